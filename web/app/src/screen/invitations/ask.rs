//! Asks before invitations are sent to many, or withdrawn.

use super::Page;
use crate::{
    language::t,
    list::plan::{Deal, Plan, carry_out, question},
    screen::users::plan::done,
    text,
};
use leptos::prelude::*;
use rollcall_core::{
    Command,
    command::{ResendInvitation, RevokeInvitation, SendInvitation},
    id::UserId,
    model::UserState,
    query::BulkAction,
};

/// The plan of one command for each, by what is known of the user.
fn planned(page: Page, users: &[UserId], command: impl Fn(UserId, bool) -> Command) -> (Plan, String) {
    let wanted = page.app.ask_once(|replica, _| {
        let records = users.iter().filter_map(|id| replica.view().user(*id));
        let deal = |user: &rollcall_core::model::User| {
            let invited = user.state == UserState::Invited;
            (user.display_name().into_owned(), Deal::new(command(user.id, invited), []))
        };
        records.map(deal).collect::<Vec<_>>()
    });
    let wanted = wanted.unwrap_or_default();
    let name = wanted.first().map(|(name, _)| name.clone()).unwrap_or_default();
    (Plan::of(page.app, wanted), name)
}

/// The question before invitations are sent, for the first time or again.
pub fn send(page: Page, users: &[UserId], on_close: Callback<()>) -> AnyView {
    let (app, action) = (page.app, BulkAction::SendInvitations);
    let (mut plan, _) = planned(page, users, |user, invited| match invited {
        true => ResendInvitation { user }.into(),
        false => SendInvitation { user }.into(),
    });
    let again = |deal: &Deal| matches!(deal.command.command, Command::ResendInvitation(_));
    if plan.deals.iter().any(again) {
        plan.lines.push(t!(invitations_earlier));
    }
    let plan = plan.said_offline(app);
    let deals = plan.deals.clone();
    let (title, yes) = (t!(ask_send, count = deals.len().max(1)), text::bulk::yes(&action, deals.len()));
    let carry = move |()| carry_out(page.list, deals.clone(), move |count| done(app, &action, count));
    question(title, Some(t!(ask_send_meaning)), plan, yes, "primary", Callback::new(carry), on_close)
}

/// The question before invitations are withdrawn.
pub fn revoke(page: Page, users: &[UserId], on_close: Callback<()>) -> AnyView {
    let (mut plan, name) = planned(page, users, |user, _| RevokeInvitation { user }.into());
    if !plan.deals.is_empty() {
        plan.lines.push(t!(invitations_revoke_means));
    }
    let plan = plan.said_offline(page.app);
    let deals = plan.deals.clone();
    let title = t!(invitations_revoke_title, count = users.len(), name = name.as_str());
    let carry = move |()| {
        let name = name.clone();
        carry_out(page.list, deals.clone(), move |count| t!(invitations_revoked, count, name));
    };
    question(title, None, plan, t!(users_revoke), "danger", Callback::new(carry), on_close)
}
