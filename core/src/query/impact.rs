//! What a command would do to people, for the confirmation that comes before it (domain.md, 2.9): who loses what.

use crate::{
    access::{Holding, Permission},
    change::{Change, Key, Record},
    command::{Command, Decision, Effect, decide},
    context::Context,
    directory::Directory,
    id::{LicenceId, TeamId, UserId},
    model::{IdentifierKind, Removed, Scope, Target, UserState},
    refusal::Refusals,
    time::Timestamp,
    value::{Extension, PhoneNumber},
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Who is affected by a decision, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Impact {
    /// Users that appear or go.
    pub made: Vec<UserId>,
    pub removed: Vec<UserId>,
    /// What users may no longer do, and where.
    pub lost: Vec<(UserId, Vec<(Permission, Scope)>)>,
    pub gained: Vec<(UserId, Vec<(Permission, Scope)>)>,
    pub left_teams: Vec<(UserId, TeamId)>,
    pub joined_teams: Vec<(UserId, TeamId)>,
    pub disabled_teams: Vec<TeamId>,
    pub removed_teams: Vec<TeamId>,
    /// Numbers that are given back.
    pub freed_numbers: Vec<PhoneNumber>,
    /// Extensions that are free for others.
    pub freed_extensions: Vec<Extension>,
    /// What sends calls to users that go, and sends them nowhere then.
    pub unrouted: Vec<Key>,
    /// Who is signed out everywhere.
    pub signed_out: Vec<UserId>,
    /// Who gets a mail.
    pub mailed: Vec<UserId>,
    /// Seats given back (negative) or taken.
    pub seats: Vec<(LicenceId, i64)>,
    /// What a restored user had and does not get back.
    pub missing: Vec<Missing>,
}

/// Something that a restored user does not get back, with who has it now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Missing {
    /// Another user's, or no longer allowed.
    Identifier { kind: IdentifierKind, holder: Option<UserId> },
    /// Another user's, or outside of the range.
    Extension { extension: Extension, holder: Option<UserId> },
    /// Another user's, or calls to it go elsewhere, or it is gone.
    Number { number: PhoneNumber, holder: Option<UserId> },
    /// Every seat is taken, or it is gone.
    Licence(LicenceId),
}

impl Impact {
    /// What anybody may no longer do somewhere.
    pub fn rights_lost(&self) -> BTreeSet<Permission> {
        all(&self.lost)
    }

    /// What anybody may do somewhere that it could not before.
    pub fn rights_gained(&self) -> BTreeSet<Permission> {
        all(&self.gained)
    }
}

fn all(who: &[(UserId, Vec<(Permission, Scope)>)]) -> BTreeSet<Permission> {
    who.iter().flat_map(|(_, held)| held).map(|(right, _)| *right).collect()
}

/// What a command would do, if it were done now: the dry run that a form or a confirmation asks for. The directory is as
/// before afterwards.
///
/// # Errors
/// Every reason why it would be refused.
pub fn dry_run(directory: &mut Directory, context: &Context, command: &Command) -> Result<Impact, Refusals> {
    let decision = decide(directory, context, command)?;
    Ok(impact(directory, &decision, context.now))
}

/// What a decision on this directory would do. The directory is as before afterwards.
pub fn impact(directory: &mut Directory, decision: &Decision, now: Timestamp) -> Impact {
    let mut impact = Impact::default();
    let mut people = BTreeSet::new();
    let mut seats: BTreeMap<LicenceId, i64> = BTreeMap::new();
    for effect in &decision.effects {
        match effect {
            Effect::EndSessions { user }
                if directory.user(*user).is_some_and(|user| user.state == UserState::Active) =>
            {
                impact.signed_out.push(*user);
            }
            Effect::SendInvitation { user }
            | Effect::SendWelcome { user }
            | Effect::ForcePasswordReset { user }
            | Effect::SendRecovery { user } => {
                impact.mailed.push(*user);
            }
            _ => {}
        }
    }
    for change in &decision.changes.0 {
        note(&mut impact, change);
        if let (Some(Record::Removed(removed)), None) = (&change.before, &change.after) {
            missing(&mut impact.missing, directory, decision, removed);
        }
        if let (Key::User(user), None) = (change.key, &change.after) {
            impact.unrouted.extend(unrouted(directory, user));
        }
        match change.key {
            Key::Grant(grant) => drop(people.insert(grant.user)),
            Key::Role(role) => people.extend(directory.holders(role).map(|grant| grant.key.user)),
            Key::Team(team) => {
                people.extend(directory.grants_in(team).map(|grant| grant.user));
                let bringing = directory.roles().filter(|role| role.teams.contains(&team));
                people.extend(bringing.flat_map(|role| directory.holders(role.id)).map(|grant| grant.key.user));
            }
            _ => {}
        }
        for (record, step) in [(&change.before, -1), (&change.after, 1)] {
            if let Some(Record::User(user)) = record {
                user.seats().for_each(|licence| *seats.entry(licence).or_default() += step);
            }
        }
    }
    impact.seats = seats.into_iter().filter(|(_, step)| *step != 0).collect();
    let held: Vec<_> = people.into_iter().map(|user| (user, rights(directory, user, now))).collect();
    directory.apply(&decision.changes);
    for (user, before) in held {
        let later = rights(directory, user, now);
        let lost: Vec<_> = before.difference(&later).copied().collect();
        let gained: Vec<_> = later.difference(&before).copied().collect();
        if !lost.is_empty() && directory.user(user).is_some() {
            impact.lost.push((user, lost));
        }
        if !gained.is_empty() {
            impact.gained.push((user, gained));
        }
    }
    directory.undo(&decision.changes);
    impact
}

/// What sends calls to a user or its voicemail, and sends them nowhere when it goes: not its own rules, which go with it.
pub(super) fn unrouted(directory: &Directory, user: UserId) -> impl Iterator<Item = Key> + '_ {
    let own = [Key::User(user), Key::CallHandling(user)];
    directory.routed_to(Target::User(user)).filter(move |key| !own.contains(key))
}

/// What of this deleted user a decision that restores it does not give back.
pub(super) fn missing(missing: &mut Vec<Missing>, directory: &Directory, decision: &Decision, removed: &Removed) {
    let before = &removed.user;
    let after = |key: Key| decision.changes.0.iter().find(|change| change.key == key)?.after.as_ref();
    let Some(Record::User(user)) = after(Key::User(before.id)) else { return };
    for identifier in before.identifiers.iter().filter(|identifier| !user.identifiers.contains(identifier)) {
        let (kind, folded) = identifier.folded();
        missing.push(Missing::Identifier { kind, holder: directory.user_identified(kind, &folded) });
    }
    if let Some(extension) = before.extension().filter(|_| user.line.is_none()) {
        missing.push(Missing::Extension { extension: extension.clone(), holder: directory.user_at(extension) });
    }
    for number in directory.removed_lines(before.id).into_iter().flat_map(|lines| &lines.numbers) {
        let number = number.number;
        if after(Key::Number(number)).is_none() {
            missing.push(Missing::Number { number, holder: directory.number(number).and_then(|number| number.holder) });
        }
    }
    let had = before.licences().filter(|licence| !user.licences().any(|has| has == *licence));
    missing.extend(had.map(Missing::Licence));
}

fn note(impact: &mut Impact, change: &Change) {
    match (change.key, &change.before, &change.after) {
        (Key::User(user), None, Some(_)) => impact.made.push(user),
        (Key::User(id), Some(Record::User(before)), after) => {
            if after.is_none() {
                impact.removed.push(id);
            }
            let kept = match after {
                Some(Record::User(after)) => after.extension(),
                _ => None,
            };
            impact.freed_extensions.extend(before.extension().filter(|before| Some(*before) != kept).cloned());
        }
        (Key::Membership(team, user), None, Some(_)) => impact.joined_teams.push((user, team)),
        (Key::Membership(team, user), Some(_), None) => impact.left_teams.push((user, team)),
        (Key::Team(team), Some(_), None) => impact.removed_teams.push(team),
        (Key::Team(team), Some(Record::Team(before)), Some(Record::Team(after)))
            if !before.disabled && after.disabled =>
        {
            impact.disabled_teams.push(team);
        }
        (Key::Number(number), Some(Record::Number(before)), after) => {
            let kept = matches!(after, Some(Record::Number(after)) if after.holder.is_some());
            if before.holder.is_some() && !kept {
                impact.freed_numbers.push(number);
            }
        }
        _ => {}
    }
}

fn rights(directory: &Directory, user: UserId, now: Timestamp) -> BTreeSet<(Permission, Scope)> {
    let holding = Holding::of(directory, user, now);
    let everywhere = holding.everywhere.iter().map(|permission| (permission, Scope::Organisation));
    let own = holding.own.iter().map(|permission| (permission, Scope::Own));
    let teams = holding.teams.iter().flat_map(|(team, held)| held.iter().map(|p| (p, Scope::Team(*team))));
    let mut rights = BTreeSet::new();
    rights.extend(everywhere.chain(own).chain(teams));
    rights
}
