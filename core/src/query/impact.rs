//! What a command would do to people, for the confirmation that comes before it (domain.md, 2.9): who loses what.

use crate::{
    access::{Holding, Permission},
    change::{Change, Key, Record},
    command::Decision,
    directory::Directory,
    id::{LicenceId, TeamId, UserId},
    model::Scope,
    time::Timestamp,
    value::PhoneNumber,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Who is affected by a decision, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
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
    /// Seats given back (negative) or taken.
    pub seats: Vec<(LicenceId, i64)>,
}

/// What a decision on this directory would do.
pub fn impact(directory: &Directory, decision: &Decision, now: Timestamp) -> Impact {
    let mut after = directory.clone();
    after.apply(&decision.changes);
    let mut impact = Impact::default();
    let mut people = BTreeSet::new();
    let mut seats: BTreeMap<LicenceId, i64> = BTreeMap::new();
    for change in &decision.changes.0 {
        note(&mut impact, change);
        match change.key {
            Key::Grant(grant) => drop(people.insert(grant.user)),
            Key::Role(role) => people.extend(directory.holders(role).map(|grant| grant.key.user)),
            Key::Team(team) => people.extend(directory.grants_in(team).map(|grant| grant.user)),
            _ => {}
        }
        for (record, step) in [(&change.before, -1), (&change.after, 1)] {
            if let Some(Record::User(user)) = record {
                user.seats().for_each(|licence| *seats.entry(licence).or_default() += step);
            }
        }
    }
    impact.seats = seats.into_iter().filter(|(_, step)| *step != 0).collect();
    for user in people {
        let (before, later) = (rights(directory, user, now), rights(&after, user, now));
        let lost: Vec<_> = before.difference(&later).copied().collect();
        let gained: Vec<_> = later.difference(&before).copied().collect();
        if !lost.is_empty() && after.user(user).is_some() {
            impact.lost.push((user, lost));
        }
        if !gained.is_empty() {
            impact.gained.push((user, gained));
        }
    }
    impact
}

fn note(impact: &mut Impact, change: &Change) {
    match (change.key, &change.before, &change.after) {
        (Key::User(user), None, Some(_)) => impact.made.push(user),
        (Key::User(user), Some(_), None) => impact.removed.push(user),
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
    everywhere.chain(own).chain(teams).collect()
}
