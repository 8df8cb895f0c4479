//! Asks before a role is deleted, and says beforehand who has it and what each loses, and which teams are disabled (S2.22).

use super::Page;
use crate::{
    language::{self, say, t},
    screen::user::access::place,
    text,
    ui::{banner::Banner, button::Button, dialog::Dialog, icon::Icon},
};
use leptos::prelude::*;
use rollcall_core::{
    Command, Directory,
    command::DeleteRole,
    id::RoleId,
    query::{Holder, Impact, role_detail},
};
use rollcall_view::{Route, Screen};
use rollcall_words::name;

/// So many holders are listed; of the others only how many they are.
const LISTED: usize = 200;

/// The question.
pub fn dialog(page: Page, role: RoleId, on_close: Callback<()>) -> AnyView {
    let app = page.app;
    let command = Command::from(DeleteRole { role });
    let known = app.ask_once(|replica, _| role_detail(replica.view(), role)).flatten();
    let (Some(detail), Some(engine)) = (known, app.engine()) else { return ().into_any() };
    let called = detail.row.name.to_string();
    let tried = engine.dry_run(&command);
    let refused = tried.as_ref().err().cloned();
    let refused = refused
        .and_then(|refused| app.ask_once(|replica, _| text::refusals(&refused.into_vec(), Some(replica.view()))));
    let blocked = refused.is_some();
    let impact = tried.unwrap_or_default();
    let count = detail.holders.len();
    let told = app.ask_once(|replica, _| {
        let names = replica.view();
        let losses: Vec<_> = detail.holders.iter().take(LISTED).map(|holder| loss(holder, &impact, names)).collect();
        // What each loses stands with its name.
        let rest = Impact { lost: Vec::new(), ..impact.clone() };
        (losses, text::bulk::impact(&rest, false, names))
    });
    let (losses, mut lines) = told.unwrap_or_default();
    lines.push(t!(ask_no_undo));
    if !untrack(|| app.is_online()) {
        lines.push(t!(ask_offline));
    }
    let one = |(name, sub, lost): (String, String, String)| {
        view! { <li><strong><bdi>{name}</bdi></strong> " " <span class="faint">{sub}</span> <span class="loss" dir="auto">{lost}</span></li> }
    };
    let more = count.saturating_sub(LISTED);
    let said = t!(roles_deleted, name = &called);
    let yes = move |_| {
        on_close.run(());
        app.router.go(Route::At(Screen::Roles, None));
        app.issue_saying(command.clone().into(), said.clone(), None);
    };
    view! {
        <Dialog title=t!(roles_delete_title, name = called) narrow=true on_close=move || on_close.run(())>
            <div class="frame">
                <div class="body">
                    {refused.map(|why| view! { <Banner tone="bad" sign=Icon::Alert><p>{why}</p></Banner> })}
                    <p>{t!(roles_delete_holders, count)}</p>
                    {(count > 0)
                        .then(|| {
                            view! {
                                <ul class="losses" tabindex="0" aria-label=t!(users)>
                                    {losses.into_iter().map(one).collect_view()}
                                    {(more > 0).then(|| view! { <li class="soft">{t!(ask_more, count = more)}</li> })}
                                </ul>
                            }
                        })}
                    <ul class="consequences">{lines.into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect_view()}</ul>
                </div>
                <div class="foot">
                    <Button label=t!(cancel) on_click=Callback::new(move |_| on_close.run(())) />
                    <Button label=t!(roles_delete) kind="danger" disabled=blocked on_click=Callback::new(yes) />
                </div>
            </div>
        </Dialog>
    }
    .into_any()
}

/// A holder, where it has the role, and what it may no longer do.
fn loss(holder: &Holder, impact: &Impact, names: &Directory) -> (String, String, String) {
    let lost = impact.lost.iter().find(|(user, _)| *user == holder.user);
    let lost = lost.map(|(_, lost)| {
        let rights = lost.iter().map(|(right, _)| *right);
        let mut rights: Vec<String> = rights.map(|right| say(&name::permission(right))).collect();
        rollcall_core::sort::ascending(&mut rights);
        rights.dedup();
        t!(roles_holder_loses, permissions = language::list(&rights))
    });
    (holder.name.clone(), place(holder.scope, names), lost.unwrap_or_else(|| t!(roles_holder_keeps)))
}
