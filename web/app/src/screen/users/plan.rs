//! What the core says would come of something done to the selected users, ready to be shown and to be done.

use super::Page;
use crate::{language::t, text};
use leptos::prelude::*;
use rollcall_core::{
    Command, Directory,
    command::Authored,
    id::UserId,
    query::{BulkAction, BulkOutcome, bulk_commands},
};

/// So many of those who are left out are listed; of the others only how many they are.
const LISTED: usize = 200;

/// A plan in words, and its commands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The commands to issue, in this order, each with what takes it back.
    pub commands: Vec<(Authored, Option<Authored>)>,
    /// Who is left out, by name, and why.
    pub left_out: Vec<(String, String)>,
    /// What comes of it besides.
    pub lines: Vec<String>,
    /// What it will do, to how many.
    pub will: String,
}

/// Asks what would come of it. Not tracked: the question stays as it was asked, and each command is checked again when it
/// is issued.
pub fn plan(page: Page, action: &BulkAction, ids: &[UserId]) -> Plan {
    let Some(engine) = page.app.engine() else { return Plan::default() };
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
            (command.into(), undo)
        };
        let commands: Vec<_> = bulk_commands(forecast.items).into_iter().map(with_undo).collect();
        let will = text::bulk::will(action, commands.len(), ids.len(), names);
        Plan { commands, left_out, lines, will }
    })
}

/// What a user is called.
pub fn name(names: &Directory, id: UserId) -> String {
    names.user(id).map_or_else(|| t!(ask_gone), |user| user.display_name().into_owned())
}

/// The plan in a dialog: how many, what comes of it, and who is left out.
pub fn shown(plan: Plan) -> impl IntoView {
    let Plan { left_out, lines, will, .. } = plan;
    let count = left_out.len();
    let heading = t!(ask_left_out, count);
    let one = |(name, why): (String, String)| view! { <li><strong><bdi>{name}</bdi></strong> <span>{why}</span></li> };
    let rest = count.saturating_sub(LISTED);
    view! {
        <p class="will" role="status">{will}</p>
        {(!lines.is_empty())
            .then(|| view! { <ul class="consequences">{lines.into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect_view()}</ul> })}
        {(count > 0)
            .then(|| {
                view! {
                    <section class="left-out" aria-labelledby="left-out">
                        <h3 id="left-out">{heading}</h3>
                        <ul tabindex="0" aria-labelledby="left-out">
                            {left_out.into_iter().take(LISTED).map(one).collect_view()}
                            {(rest > 0).then(|| view! { <li class="soft">{t!(ask_more, count = rest)}</li> })}
                        </ul>
                    </section>
                }
            })}
    }
}
