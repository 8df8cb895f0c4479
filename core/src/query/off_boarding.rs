//! How somebody leaves, as it is ordered or as a form would order it: what happens when, and what each step takes (domain.md, 2.24).

use super::user_loss::{UserLoss, user_loss};
use crate::{
    access::{Holding, visible},
    change::{Key, Record},
    command::{OffBoard, decide},
    context::Context,
    directory::Directory,
    id::{LicenceId, TeamId, UserId},
    model::{Leaving, OffBoarding, PutOff, Scheduled, Target},
    refusal::{Refusal, Refusals},
    sort,
    time::Timestamp,
    value::{Extension, PhoneNumber},
};
use serde::Serialize;

/// An off-boarding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OffBoardingView {
    pub order: OffBoarding,
    /// Who ordered it, and when; none for what a form would order.
    pub by: Option<UserId>,
    pub ordered: Option<Timestamp>,
    /// Since when the user is suspended, and all is handed over.
    pub done: Option<Timestamp>,
    /// When the next step is done, or tried again.
    pub due: Option<Timestamp>,
    /// Why the step that was due was not done.
    pub put_off: Option<PutOff>,
    /// What is still to be handed over, or taken, when it is suspended: numbers.
    pub numbers: Vec<PhoneNumber>,
    /// Licences and add-ons that are taken from it, and those of which a seat is free.
    pub licences: Vec<LicenceId>,
    pub seats: Vec<LicenceId>,
    /// Teams in which its successor takes its place, by name.
    pub teams: Vec<TeamId>,
    /// What reaches it, and is passed on, or reaches nobody then: its extension, and what sends calls to it.
    pub extension: Option<Extension>,
    pub routes: Vec<Key>,
    /// When it is deleted, and what goes with it then.
    pub deleted: Option<Timestamp>,
    pub loss: Option<UserLoss>,
    /// Why the asker can't order it at this moment; empty when it can, and for what is ordered.
    pub why_not: Vec<Refusal>,
}

/// How the user leaves, as it is ordered; none when nothing is, or the asker may not know.
pub fn off_boarding(directory: &Directory, context: &Context, user: UserId) -> Option<OffBoardingView> {
    let scheduled = seen(directory, context, directory.scheduled(user)?)?;
    let Leaving { order, teams, done, .. } = scheduled.leaving()?;
    let mut view = view(directory, context, user, *order)?;
    view.teams.retain(|team| teams.contains(team));
    if done.is_some() {
        (view.numbers, view.licences, view.seats, view.teams) = Default::default();
    }
    Some(OffBoardingView {
        by: scheduled.by,
        ordered: Some(scheduled.at),
        done: *done,
        due: scheduled.due(),
        deleted: scheduled.leaving()?.deletes_at(),
        put_off: scheduled.put_off,
        ..view
    })
}

/// What it would be if the asker ordered it so.
pub fn off_boarding_forecast(
    directory: &Directory,
    context: &Context,
    user: UserId,
    order: OffBoarding,
) -> Option<OffBoardingView> {
    let refused = decide(directory, context, &OffBoard { user, order: Some(order) }.into()).err();
    let why_not = refused.map(Refusals::into_vec).unwrap_or_default();
    Some(OffBoardingView { why_not, ..view(directory, context, user, order)? })
}

fn view(directory: &Directory, context: &Context, id: UserId, order: OffBoarding) -> Option<OffBoardingView> {
    let user = directory.user(id)?;
    let suspend_at = order.suspend_at.max(context.now);
    let deleted = order.delete_after.map(|days| suspend_at.after(crate::time::Span::days(i64::from(days))));
    let by_hand = |team: &TeamId| directory.membership(*team, id).is_some_and(|place| place.by_hand);
    let mut teams: Vec<TeamId> = directory.teams_of(id).filter(|team| order.teams.is_some() && by_hand(team)).collect();
    sort::by_key(&mut teams, |team| (directory.team(*team).map(|team| team.name.folded()), *team));
    let handed = order.numbers.is_some();
    let mut loss = deleted.and_then(|_| user_loss(directory, context, id));
    if let Some(loss) = &mut loss {
        // Handed over before, or free.
        loss.teams.retain(|team| !teams.contains(team));
        loss.numbers.retain(|_| !handed);
        loss.seats.clear();
    }
    Some(OffBoardingView {
        order,
        by: None,
        ordered: None,
        done: None,
        due: Some(suspend_at),
        put_off: None,
        numbers: directory.numbers_of(id).filter(|_| handed).map(|number| number.number).collect(),
        licences: user.licences().filter(|_| !order.keep_licences).collect(),
        seats: user.seats().collect(),
        teams,
        extension: user.extension().cloned(),
        routes: directory.routed_to(Target::User(id)).filter(|key| *key != Key::Scheduled(id)).collect(),
        deleted,
        loss,
        why_not: Vec::new(),
    })
}

/// Something that is to happen to a user by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ScheduledRow {
    pub user: UserId,
    pub step: ScheduledStep,
    /// When it is done, or tried again.
    pub due: Timestamp,
    pub by: Option<UserId>,
    pub put_off: Option<PutOff>,
}

/// What is done then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum ScheduledStep {
    Suspend,
    Delete,
    Invite,
}

/// All that is to happen to users, as far as the asker may know; what is due first comes first.
pub fn scheduled(directory: &Directory, context: &Context) -> Vec<ScheduledRow> {
    let seen = directory.all_scheduled().filter_map(|scheduled| seen(directory, context, scheduled));
    let mut rows: Vec<ScheduledRow> = seen.filter_map(row).collect();
    sort::by_key(&mut rows, |row| (row.due, row.user));
    rows
}

fn row(scheduled: Scheduled) -> Option<ScheduledRow> {
    let step = match scheduled.leaving() {
        Some(leaving) if leaving.done.is_none() => ScheduledStep::Suspend,
        Some(_) => ScheduledStep::Delete,
        None => ScheduledStep::Invite,
    };
    let due = scheduled.due()?;
    let Scheduled { user, by, put_off, .. } = scheduled;
    Some(ScheduledRow { user, step, due, by, put_off })
}

/// What is ordered, as the asker sees it.
fn seen(directory: &Directory, context: &Context, scheduled: &Scheduled) -> Option<Scheduled> {
    let record = Record::Scheduled(Box::new(scheduled.clone()));
    let holding = Holding::of_actor(directory, context).ok()?;
    match visible(directory, &holding, &record)? {
        Record::Scheduled(seen) => Some(*seen),
        _ => None,
    }
}
