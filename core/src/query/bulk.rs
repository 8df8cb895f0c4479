//! One thing done to many users (S2.15, S3.8, S3.10): a plan that answers for each (invariant 15), each considering those
//! before it, so that the last seat goes to the first and the others are told why.

use super::impact::{Impact, impact};
use crate::{
    access::Permission,
    command::{
        AddMember, Command, Decision, DeleteUser, GiveGrant, OffBoard, RemoveMember, ReplaceRoles, ResendInvitation,
        RoleChoice, SendInvitation, SetLicence, SuspendUser, TakeGrant, decide,
    },
    context::Context,
    directory::Directory,
    id::{LicenceId, RoleId, TeamId, UserId},
    model::{GrantKey, Granted, LicenceKind, OffBoarding, Scheduled, Scope, User, UserState},
    refusal::{Nature, Refusal, Refusals, Subject},
    time::Timestamp,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is done to each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BulkAction {
    AddRole {
        role: RoleId,
        scope: Scope,
    },
    RemoveRole {
        role: RoleId,
        scope: Scope,
    },
    AddTeam {
        team: TeamId,
    },
    RemoveTeam {
        team: TeamId,
    },
    /// A plan takes the place of the one that a user has; an add-on comes to the others.
    AddLicence {
        licence: LicenceId,
    },
    RemoveLicence {
        licence: LicenceId,
    },
    Suspend,
    Delete,
    SendInvitations,
    /// Every role that a user has gives way to this one.
    ReplaceRoles {
        role: RoleId,
        scope: Scope,
    },
    /// All of them leave in the same way.
    OffBoard {
        order: OffBoarding,
    },
}

/// What comes of it for one user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BulkItem {
    pub user: UserId,
    pub outcome: BulkOutcome,
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BulkOutcome {
    /// It would be done, by this command.
    Would(Box<Command>),
    /// It is so already.
    Already,
    /// Every reason why not.
    Refused(Refusals),
}

/// What a bulk action would do: an answer for each user, and what comes of all of it together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BulkForecast {
    pub items: Vec<BulkItem>,
    /// Of those to whom it would be done.
    pub impact: Impact,
}

/// What would come of it for each, in order, as if what is possible for those before were done. The directory is as before
/// afterwards.
pub fn bulk_plan(directory: &mut Directory, context: &Context, action: &BulkAction, users: &[UserId]) -> Vec<BulkItem> {
    planned(directory, context, action, users).0
}

/// The plan, with what it would do to people: for the question that comes before it. The directory is as before afterwards.
pub fn bulk_forecast(
    directory: &mut Directory,
    context: &Context,
    action: &BulkAction,
    users: &[UserId],
) -> BulkForecast {
    let (items, done) = planned(directory, context, action, users);
    BulkForecast { items, impact: impact(directory, &done, context.now) }
}

/// The plan, and all that it would do as one decision.
fn planned(
    directory: &mut Directory,
    context: &Context,
    action: &BulkAction,
    users: &[UserId],
) -> (Vec<BulkItem>, Decision) {
    let mut done = Decision::default();
    let mut plan: Vec<BulkItem> = Vec::with_capacity(users.len());
    let mut seen: BTreeMap<UserId, usize> = BTreeMap::new();
    for user in users {
        let before = seen.insert(*user, plan.len()).and_then(|at| plan.get(at));
        if let Some(before) = before {
            let outcome = match &before.outcome {
                BulkOutcome::Would(_) | BulkOutcome::Already => BulkOutcome::Already,
                BulkOutcome::Refused(refusals) => BulkOutcome::Refused(refusals.clone()),
            };
            plan.push(BulkItem { user: *user, outcome });
            continue;
        }
        let command = action.command(directory, *user, context.now);
        let outcome = match decide(directory, context, &command) {
            Ok(decision) => {
                directory.apply(&decision.changes);
                done.changes.0.extend(decision.changes.0);
                done.effects.extend(decision.effects);
                BulkOutcome::Would(Box::new(command))
            }
            Err(refusals) if !refusals.iter().any(bars) && action.holds(directory, *user) => BulkOutcome::Already,
            Err(refusals) => BulkOutcome::Refused(refusals),
        };
        plan.push(BulkItem { user: *user, outcome });
    }
    directory.undo(&done.changes);
    (plan, done)
}

/// The commands of a plan, to be issued in this order.
pub fn bulk_commands(plan: Vec<BulkItem>) -> Vec<Command> {
    let command = |item: BulkItem| match item.outcome {
        BulkOutcome::Would(command) => Some(*command),
        BulkOutcome::Already | BulkOutcome::Refused(_) => None,
    };
    plan.into_iter().filter_map(command).collect()
}

/// Whether the actor has no business with the user, so that it isn't told how things stand either.
fn bars(refusal: &Refusal) -> bool {
    matches!(refusal.nature(), Nature::Barred | Nature::Outranked) || *refusal == Refusal::Unknown(Subject::User)
}

impl BulkAction {
    /// The permission that it takes over each user; for what a page offers at all.
    pub const fn permission(&self) -> Permission {
        match self {
            Self::AddRole { .. } | Self::RemoveRole { .. } | Self::ReplaceRoles { .. } => Permission::RoleAssign,
            Self::AddTeam { .. } | Self::RemoveTeam { .. } => Permission::TeamMembers,
            Self::AddLicence { .. } | Self::RemoveLicence { .. } => Permission::LicenceAssign,
            Self::Suspend | Self::OffBoard { .. } => Permission::UserSuspend,
            Self::Delete => Permission::UserDelete,
            Self::SendInvitations => Permission::UserInvite,
        }
    }

    fn command(&self, directory: &Directory, user: UserId, now: Timestamp) -> Command {
        match *self {
            Self::AddRole { role, scope } => {
                GiveGrant { grant: GrantKey { user, what: Granted::Role(role), scope }, until: None }.into()
            }
            Self::RemoveRole { role, scope } => {
                TakeGrant { grant: GrantKey { user, what: Granted::Role(role), scope } }.into()
            }
            Self::ReplaceRoles { role, scope } => ReplaceRoles::all(directory, user, RoleChoice { role, scope }).into(),
            Self::AddTeam { team } => AddMember { team, user }.into(),
            Self::RemoveTeam { team } => RemoveMember { team, user }.into(),
            Self::AddLicence { licence } => with(directory, user, licence).into(),
            Self::RemoveLicence { licence } => without(directory, user, licence).into(),
            Self::Suspend => SuspendUser { user }.into(),
            Self::OffBoard { order } => OffBoard { user, order: Some(order) }.into(),
            Self::Delete => DeleteUser { user }.into(),
            // What ran out is sent anew.
            Self::SendInvitations if directory.user(user).is_some_and(|user| user.invitation_expired(now)) => {
                ResendInvitation { user }.into()
            }
            Self::SendInvitations => SendInvitation { user }.into(),
        }
    }

    /// Whether it is so already.
    fn holds(&self, directory: &Directory, user: UserId) -> bool {
        let record = directory.user(user);
        match *self {
            // Of replacing them the command itself says that nothing would change.
            Self::AddRole { role, scope } | Self::ReplaceRoles { role, scope } => {
                let grant = directory.grant(&GrantKey { user, what: Granted::Role(role), scope });
                grant.is_some_and(|grant| grant.until.is_none())
            }
            Self::RemoveRole { role, scope } => {
                directory.grant(&GrantKey { user, what: Granted::Role(role), scope }).is_none()
            }
            Self::AddTeam { team } => directory.membership(team, user).is_some_and(|membership| membership.by_hand),
            Self::RemoveTeam { team } => directory.membership(team, user).is_none(),
            Self::AddLicence { licence } => record.is_some_and(|user| has(user, licence)),
            Self::RemoveLicence { licence } => !record.is_some_and(|user| has(user, licence)),
            Self::Suspend => record.is_some_and(|user| user.state == UserState::Suspended),
            Self::OffBoard { order } => {
                let leaving = directory.scheduled(user).and_then(Scheduled::leaving);
                leaving.is_some_and(|leaving| leaving.order == order)
            }
            Self::Delete => false,
            Self::SendInvitations => record.is_some_and(|user| user.state == UserState::Invited),
        }
    }
}

fn has(user: &User, licence: LicenceId) -> bool {
    user.licence == Some(licence) || user.add_ons.contains(&licence)
}

/// The user's licences, and this one.
fn with(directory: &Directory, user: UserId, licence: LicenceId) -> SetLicence {
    let mut set = current(directory, user);
    let add_on = directory.licence(licence).is_some_and(|licence| licence.kind == LicenceKind::AddOn);
    if !add_on {
        set.licence = Some(licence);
    } else if !set.add_ons.contains(&licence) {
        set.add_ons.push(licence);
    }
    set
}

/// The user's licences without this one.
fn without(directory: &Directory, user: UserId, licence: LicenceId) -> SetLicence {
    let mut set = current(directory, user);
    set.licence = set.licence.filter(|plan| *plan != licence);
    set.add_ons.retain(|add_on| *add_on != licence);
    set
}

fn current(directory: &Directory, user: UserId) -> SetLicence {
    let record = directory.user(user);
    let add_ons = record.map(|user| user.add_ons.clone()).unwrap_or_default();
    SetLicence { user, licence: record.and_then(|user| user.licence), add_ons }
}
