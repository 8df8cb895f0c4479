//! What can be done to all selected users at once; each user gets its own answer (invariant 15).

use super::{Ask, Page, action::Doing};
use crate::{
    browser,
    part::{
        button::{Button, IconButton},
        icon::Icon,
        meter::ProgressBar,
    },
    text,
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_core::id::UserId;
use std::collections::{BTreeMap, HashSet};

/// The selected users for whom it can be done now.
fn doable(page: Page, doing: Doing) -> Vec<UserId> {
    let mut ids: Vec<UserId> = page.selected.with(|selected| selected.iter().copied().collect());
    ids.sort_unstable();
    let fits = page.app.ask(|replica, now| {
        ids.retain(|id| doing.command(replica, *id).is_some_and(|command| replica.check(&command, now).is_ok()));
        ids
    });
    fits.unwrap_or_default()
}

/// The bar that appears while users are selected.
#[component]
pub fn BulkBar() -> impl IntoView {
    let page: Page = expect_context();
    let count = Memo::new(move |_| page.selected.with(HashSet::len));
    let some = move || count.get() > 0;
    let bar = move || {
        let offers =
            [Doing::Send, Doing::Suspend, Doing::Delete].map(|doing| (doing, Memo::new(move |_| doable(page, doing))));
        let buttons = offers.map(|(doing, ids)| {
            let label = Signal::derive(move || {
                let name = if doing == Doing::Send { "Send invitations" } else { doing.label() };
                let (fitting, all) = (ids.with(Vec::len), count.get());
                if fitting == all { name.to_owned() } else { format!("{name} ({})", browser::number(fitting)) }
            });
            let press = move |_| {
                let ids = ids.get_untracked();
                match doing {
                    Doing::Suspend => page.ask.set(Some(Ask::Suspend(ids))),
                    Doing::Delete => page.ask.set(Some(Ask::Delete(ids))),
                    _ => spawn_local(run(page, doing, ids)),
                }
            };
            view! {
                <Show when=move || ids.with(|ids| !ids.is_empty())>
                    <Button
                        label=label
                        kind=if doing == Doing::Delete { "small bad" } else { "small" }
                        sign=doing.sign()
                        on_click=Callback::new(press)
                    />
                </Show>
            }
        });
        view! {
            <strong class="number">{move || format!("{} selected", browser::number(count.get()))}</strong>
            {buttons.into_iter().collect_view()}
            <IconButton label="Clear the selection" sign=Icon::Close on_click=move |_| page.selected.set(HashSet::new()) />
        }
    };
    view! {
        <Show when=some>
            <div class="bulk" role="toolbar" aria-label="Selected users">
                {bar()}
            </div>
        </Show>
        {move || {
            let progress = page.progress.get()?;
            Some(
                view! {
                    <div class="bulk">
                        <ProgressBar
                            label="Working…"
                            done=Signal::derive(move || progress.0)
                            all=Signal::derive(move || progress.1)
                        />
                    </div>
                },
            )
        }}
    }
}

/// Issues one command a user, and says how many went well and why the others did not.
pub async fn run(page: Page, doing: Doing, ids: Vec<UserId>) {
    let app = page.app;
    let commands =
        app.ask_once(|replica, _| ids.iter().filter_map(|id| doing.command(replica, *id)).collect::<Vec<_>>());
    let (Some(engine), Some(commands)) = (app.engine(), commands) else { return };
    let all = commands.len();
    let online = untrack(|| app.is_online());
    page.selected.set(HashSet::new());
    page.progress.set(Some((0, all)));
    let results = engine.issue_all(commands, move |done| page.progress.set(Some((done, all)))).await;
    page.progress.set(None);
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    for error in results.iter().filter_map(|result| result.as_ref().err()) {
        *reasons.entry(app.issue_error(error)).or_default() += 1;
    }
    let went_well = results.iter().filter(|result| result.is_ok()).count();
    if went_well > 0 {
        let done = match (doing, online) {
            (Doing::Send, true) => format!("{} sent.", text::counted(went_well, "invitation", "invitations")),
            (Doing::Send, false) => {
                format!(
                    "{} will be sent when you are back online.",
                    text::counted(went_well, "invitation", "invitations")
                )
            }
            (Doing::Suspend, _) => format!("{} suspended.", text::counted(went_well, "user", "users")),
            (Doing::Delete, _) => format!("{} deleted.", text::counted(went_well, "user", "users")),
            _ => format!("{} changed.", text::counted(went_well, "user", "users")),
        };
        app.toasts.say(done);
    }
    for (reason, count) in reasons {
        app.toasts.warn(format!("{} left as before: {reason}", text::counted(count, "user was", "users were")));
    }
}
