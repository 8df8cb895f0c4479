//! Asks before something is done to users, and says what will come of it, for whom, and who is left out and why (S1.8,
//! S2.14, S3.10, invariant 15).

use super::{
    Page,
    action::{self, Doing},
    bulk, plan,
};
use crate::{
    part::{button::Button, dialog::Dialog},
    route::Route,
    text,
};
use leptos::prelude::*;
use rollcall_core::{
    id::UserId,
    model::UserState,
    query::{BulkAction, user_row},
};

/// The dialog for one user or several.
#[component]
pub fn AskFirst(
    action: BulkAction,
    ids: Vec<UserId>,
    on_close: impl Fn() + Clone + Send + Sync + 'static,
) -> impl IntoView {
    let page: Page = expect_context();
    let mut plan = plan::plan(page, &action, &ids);
    let one = match (ids.as_slice(), plan.left_out.is_empty()) {
        ([id], true) => Some(*id),
        _ => None,
    };
    let count = plan.commands.len();
    let who = match one {
        Some(id) => page.app.ask_once(|replica, _| plan::name(replica.view(), id)).unwrap_or_default(),
        None => text::counted(if count > 0 { count } else { ids.len() }, "user", "users"),
    };
    plan.lines.extend(more(page, action, one));
    let yes = text::bulk::yes(&action, count);
    let (title, question, yes) = match (action, one.is_some()) {
        (BulkAction::Delete, true) => {
            (format!("Delete {who}?"), "Are you sure you want to delete this user?", "Delete user".into())
        }
        (BulkAction::Delete, false) => (format!("Delete {who}?"), "Are you sure you want to delete these users?", yes),
        (BulkAction::Suspend, true) => (
            format!("Suspend {who}?"),
            "Suspending ends the access of this user until you reactivate it.",
            "Suspend user".into(),
        ),
        (BulkAction::Suspend, false) => {
            (format!("Suspend {who}?"), "Suspending ends the access of these users until you reactivate them.", yes)
        }
        _ => (
            format!("Send {}?", text::counted(count.max(1), "invitation", "invitations")),
            "Each gets a mail with a code and a link. An invitation that has expired is sent again.",
            yes,
        ),
    };
    if one.is_some() {
        plan.will.clear();
    }
    let doing = match action {
        BulkAction::Delete => Doing::Delete,
        BulkAction::Suspend => Doing::Suspend,
        _ => Doing::Send,
    };
    let kind = if action == BulkAction::SendInvitations { "primary" } else { "danger" };
    let commands = plan.commands.clone();
    let (close, cancel) = (on_close.clone(), on_close.clone());
    let yes_now = move |_| {
        close();
        match one.filter(|_| action != BulkAction::SendInvitations) {
            Some(id) => {
                // It may have been asked from the row's own menu, while others are selected.
                if untrack(|| page.selection.has(id)) && page.selection.len_untracked() == 1 {
                    page.selection.clear();
                }
                action::now(page.app, doing, id);
                if action == BulkAction::Delete {
                    page.app.router.go(Route::Users(None));
                }
            }
            None => bulk::start(page, action, commands.clone()),
        }
    };
    let question = (count > 0).then_some(question);
    view! {
        <Dialog title=title narrow=true on_close=on_close>
            <div class="frame">
                <div class="body">
                    {question.map(|question| view! { <p>{question}</p> })}
                    {plan::shown(plan)}
                </div>
                <div class="foot">
                    <Button label="Cancel" on_click=Callback::new(move |_| cancel()) />
                    <Button label=yes kind=kind disabled=count == 0 on_click=Callback::new(yes_now) />
                </div>
            </div>
        </Dialog>
    }
}

/// What the dry run does not tell: what goes with a record that goes, and what can't be taken back.
fn more(page: Page, action: BulkAction, one: Option<UserId>) -> Vec<String> {
    let mut lines = Vec::new();
    match (action, one) {
        (BulkAction::Delete, Some(id)) => {
            let row = page.app.ask_once(|replica, now| {
                let invited = replica.view().user(id).is_some_and(|user| user.state == UserState::Invited);
                Some((user_row(replica.view(), id, now)?, invited))
            });
            if let Some((row, invited)) = row.flatten() {
                let roles: Vec<_> = row.roles.iter().map(ToString::to_string).collect();
                if !roles.is_empty() {
                    let the = if roles.len() == 1 { "the role" } else { "the roles" };
                    lines.push(format!("Loses {the}: {}.", roles.join(", ")));
                }
                if invited {
                    lines.push("The invitation that was sent stops working.".into());
                }
            }
            lines.push("This can't be undone.".into());
        }
        (BulkAction::Delete, None) => {
            lines.push("Their roles and open invitations go with them.".into());
            lines.push("This can't be undone.".into());
        }
        (BulkAction::Suspend, _) => {
            lines.push("Roles, teams and extension are kept. Reactivating takes the seats again.".into());
        }
        _ => {}
    }
    lines.extend(offline(page));
    lines
}

/// What it means to be offline.
pub fn offline(page: Page) -> Option<String> {
    let online = untrack(|| page.app.is_online());
    (!online).then(|| "It is done when you are back online; until then it is marked as pending.".into())
}
