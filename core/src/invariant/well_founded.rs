//! Nothing refers to what isn't there, and nobody is in a team without a reason, or outside in spite of one (S2.22). Calls
//! are history: they may name who is gone.

use super::Violation;
use crate::{
    change::Record,
    directory::Directory,
    id::{TeamId, UserId},
    model::{
        AvatarOf, Grant, Granted, Membership, Number, NumberKind, Scheduled, Scope, Target, Task, User, UserState,
    },
};

pub(super) fn verify(directory: &Directory) -> Vec<Violation> {
    let there = There(directory);
    let wrong = directory.records().filter(|record| !there.founded(record));
    wrong
        .map(|record| Violation::new(0, format!("refers to what isn't there, or lacks a reason: {record:?}")))
        .collect()
}

struct There<'d>(&'d Directory);

impl There<'_> {
    fn founded(&self, record: &Record) -> bool {
        match record {
            Record::Organisation(_)
            | Record::Licence(_)
            | Record::Contact(_)
            | Record::Call(_)
            | Record::Keeping(_)
            | Record::CallPolicy(_)
            | Record::Holiday(_) => true,
            // Whoever can be restored is gone.
            Record::Removed(removed) => !self.user(removed.user.id),
            Record::RemovedLines(lines) => self.0.removed_user(lines.user).is_some(),
            Record::Role(role) => role.teams.iter().all(|team| self.team(*team)),
            Record::Team(team) => team.overflow().is_none_or(|target| self.target(target)),
            Record::User(user) => self.user_founded(user),
            Record::Grant(grant) => self.grant_founded(grant),
            Record::Membership(membership) => self.membership_founded(membership),
            Record::Channel(channel) => self.team(channel.team),
            Record::Number(number) => {
                number.holder.is_none_or(|holder| self.user(holder))
                    && number.target.is_none_or(|target| self.target(target))
                    && (number.holder.is_none() || number.target.is_none())
            }
            Record::Phone(phone) => {
                let user = self.0.user(phone.user);
                user.is_some_and(|user| phone.line.is_none() || phone.line.as_ref() == user.extension())
            }
            Record::CallHandling(handling) => {
                self.user(handling.user) && handling.targets().all(|target| self.target(target))
            }
            Record::Scheduled(scheduled) => self.scheduled_founded(scheduled),
            Record::Presence(presence) => self.user(presence.user),
            Record::LastSignIn(sign_in) => self.user(sign_in.user),
            Record::Avatar(avatar) => match avatar.of {
                AvatarOf::User(user) => self.user(user),
                AvatarOf::Team(team) => self.team(team),
            },
        }
    }

    fn user(&self, id: UserId) -> bool {
        self.0.user(id).is_some()
    }

    fn team(&self, id: TeamId) -> bool {
        self.0.team(id).is_some()
    }

    fn target(&self, target: Target) -> bool {
        match target {
            Target::User(user) | Target::Voicemail(user) => self.user(user),
            Target::Team(team) => self.team(team),
            // Any number of the world.
            Target::Number(_) => true,
        }
    }

    fn user_founded(&self, user: &User) -> bool {
        let shown = |number| {
            let record = self.0.number(number);
            // A group's number is shown by many, whoever holds it.
            let may = |record: &Number| {
                record.kind == NumberKind::Group || record.holder.is_none_or(|holder| holder == user.id)
            };
            record.is_some_and(may)
        };
        user.licence.iter().chain(&user.add_ons).all(|licence| self.0.licence(*licence).is_some())
            && user.target.is_none_or(|target| self.target(target))
            && user.display_numbers.iter().all(|number| shown(*number))
    }

    /// Who leaves is or was active, who is invited later is prepared; and calls go on to who is there.
    fn scheduled_founded(&self, scheduled: &Scheduled) -> bool {
        let state = self.0.user(scheduled.user).map(|user| user.state);
        let fits = match scheduled.what {
            Task::OffBoarding(_) => matches!(state, Some(UserState::Active | UserState::Suspended)),
            Task::Invitation { .. } => state == Some(UserState::Prepared),
        };
        let left =
            scheduled.leaving().is_none_or(|leaving| leaving.done.is_none() || state == Some(UserState::Suspended));
        fits && left && self.0.passes_on(scheduled.user).is_none_or(|target| self.target(target))
    }

    fn grant_founded(&self, grant: &Grant) -> bool {
        let place = match grant.key.scope {
            Scope::Team(team) => self.team(team),
            Scope::Own | Scope::Organisation => true,
        };
        let what = match grant.key.what {
            Granted::Permission(_) => true,
            Granted::Role(id) => self.0.role(id).is_some_and(|role| {
                let fits = role.scopes.has(grant.key.scope.reach());
                let joined = |team: &TeamId| {
                    let membership = self.0.membership(*team, grant.key.user);
                    membership.is_some_and(|membership| membership.through.contains(&id))
                };
                fits && role.teams.iter().all(joined)
            }),
        };
        self.user(grant.key.user) && place && what
    }

    fn membership_founded(&self, membership: &Membership) -> bool {
        let brings = |role: &crate::id::RoleId| {
            self.0.role(*role).is_some_and(|role| role.teams.contains(&membership.team))
                && self.0.holds(membership.user, *role)
        };
        self.team(membership.team)
            && self.user(membership.user)
            && (membership.by_hand || !membership.through.is_empty())
            && membership.through.iter().all(brings)
    }
}
