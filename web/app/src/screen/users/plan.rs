//! What the core says would come of something done to the selected users.

use super::Page;
use crate::{
    language::t,
    list::plan::{Deal, Plan, carry_out},
    state::App,
    text,
};
use leptos::prelude::*;
use rollcall_core::{
    Command, Directory,
    id::UserId,
    query::{BulkAction, BulkOptions, BulkOutcome, bulk_commands, bulk_options},
};

/// What may be done to many; tracked.
pub(super) fn options(page: Page) -> BulkOptions {
    page.app.ask(|replica, now| bulk_options(replica.view(), &replica.context(now))).unwrap_or_default()
}

/// Asks what would come of it. Not tracked: the question stays as it was asked, and each command is checked again when it
/// is issued.
pub fn plan(app: App, action: &BulkAction, ids: &[UserId]) -> Plan {
    let Some(engine) = app.engine() else { return Plan::default() };
    let forecast = engine.forecast(action, ids);
    engine.with(|replica| {
        let names = replica.view();
        let why_not = |outcome: &BulkOutcome| match outcome {
            BulkOutcome::Would(_) => None,
            BulkOutcome::Already => Some(text::bulk::already(action)),
            BulkOutcome::Refused(refusals) => Some(text::refusals(refusals, Some(names))),
        };
        let mut left_out: Vec<(String, String)> =
            forecast.items.iter().filter_map(|item| Some((name(names, item.user), why_not(&item.outcome)?))).collect();
        rollcall_core::sort::by(&mut left_out, |(name, why), (other, its)| (why, name).cmp(&(its, other)));
        let lines = text::bulk::impact(&forecast.impact, ids.len() == 1, names);
        let with_undo = |command: Command| {
            let undo = command.undo(names);
            Deal::new(command, undo)
        };
        let deals: Vec<_> = bulk_commands(forecast.items).into_iter().map(with_undo).collect();
        let will = text::bulk::will(action, deals.len(), ids.len(), names);
        Plan { deals, left_out, lines, will }
    })
}

/// Does what was agreed to.
pub(super) fn start(page: Page, action: BulkAction, deals: Vec<Deal>) {
    let app = page.app;
    carry_out(page.list, deals, move |count| done(app, &action, count));
}

/// What was done, to so many.
pub fn done(app: App, action: &BulkAction, count: usize) -> String {
    let online = untrack(|| app.is_online());
    app.ask_once(|replica, _| text::bulk::done(action, count, online, replica.view())).unwrap_or_default()
}

/// What a user is called.
pub fn name(names: &Directory, id: UserId) -> String {
    names.user(id).map_or_else(|| t!(ask_gone), |user| user.display_name().into_owned())
}
