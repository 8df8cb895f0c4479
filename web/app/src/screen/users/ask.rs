//! Asks before something is done to users, and says what will come of it, for whom, and who is left out and why (S1.8,
//! S2.14, S3.10, invariant 15).

use super::{
    Page,
    action::{self, Doing},
    plan,
};
use crate::{language::t, list::plan::question, router::Route, text};
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
    let mut plan = plan::plan(page.app, &action, &ids);
    let one = match (ids.as_slice(), plan.left_out.is_empty()) {
        ([id], true) => Some(*id),
        _ => None,
    };
    let count = plan.deals.len();
    let name = one.and_then(|id| page.app.ask_once(|replica, _| plan::name(replica.view(), id)));
    let asked = if count > 0 { count } else { ids.len() };
    plan.lines.extend(more(page, action, one));
    let yes = text::bulk::yes(&action, count);
    let (title, sure, yes) = match (action, name) {
        (BulkAction::Delete, Some(name)) => (t!(ask_delete_one, name), t!(ask_delete_one_sure), t!(ask_delete_one_yes)),
        (BulkAction::Delete, None) => (t!(ask_delete, count = asked), t!(ask_delete_sure), yes),
        (BulkAction::Suspend, Some(name)) => {
            (t!(ask_suspend_one, name), t!(ask_suspend_one_meaning), t!(ask_suspend_one_yes))
        }
        (BulkAction::Suspend, None) => (t!(ask_suspend, count = asked), t!(ask_suspend_meaning), yes),
        _ => (t!(ask_send, count = count.max(1)), t!(ask_send_meaning), yes),
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
    let deals = plan.deals.clone();
    let yes_now = move |()| match one.filter(|_| action != BulkAction::SendInvitations) {
        Some(id) => {
            // It may have been asked from the row's own menu, while others are selected.
            if page.selection() == [id] {
                page.list.select_none();
            }
            action::now(page.app, doing, id);
            if action == BulkAction::Delete {
                page.app.router.go(Route::HOME);
            }
        }
        None => plan::start(page, action, deals.clone()),
    };
    let plan = plan.said_offline(page.app);
    question(title, Some(sure), plan, yes, kind, Callback::new(yes_now), Callback::new(move |()| on_close()))
}

/// What the dry run does not show: what goes with a record that goes, and what can't be taken back.
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
                    lines.push(t!(ask_loses_roles, count = roles.len(), roles));
                }
                if invited {
                    lines.push(t!(ask_invitation_void));
                }
            }
            lines.push(t!(ask_no_undo));
        }
        (BulkAction::Delete, None) => {
            lines.push(t!(ask_roles_too));
            lines.push(t!(ask_no_undo));
        }
        (BulkAction::Suspend, _) => {
            lines.push(t!(ask_suspend_keeps));
        }
        _ => {}
    }
    lines
}
