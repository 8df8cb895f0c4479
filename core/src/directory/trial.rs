//! A directory to try an import in: small enough to be copied, and right about what earlier rows took.

use super::Directory;
use crate::{
    change::{Changes, Key, Record},
    id::UserId,
    model::User,
};

impl Directory {
    /// A directory to try an import in: all that rules ask of one when users are made, but of the users only this one, who makes
    /// them. How many seats and which extensions the others take stays known; what they are identified by does not, and the
    /// inventory of numbers is empty.
    pub(crate) fn without_users_but(&self, one: Option<UserId>) -> Self {
        let mut copy = Self {
            organisation: self.organisation.clone(),
            licences: self.licences.clone(),
            roles: self.roles.clone(),
            teams: self.teams.clone(),
            ..Self::default()
        };
        if let Some(user) = one.and_then(|id| self.user(id)) {
            copy.users.insert(user.clone());
            self.grants_of(user.id).for_each(|grant| copy.grants.insert(*grant));
            let memberships = self.teams_of(user.id).filter_map(|team| self.membership(team, user.id));
            memberships.for_each(|membership| copy.memberships.insert(membership.clone()));
        }
        copy.index.seats = self.index.seats.clone();
        copy.index.extensions = self.index.extensions.clone();
        copy
    }

    /// Takes over somebody of the directory that this one tries things for, with all that rules ask of one: what it takes of seats is
    /// known here already.
    pub(crate) fn take_over(&mut self, from: &Self, user: &User) {
        self.index.forget_user(user);
        self.put(Key::User(user.id), Some(Record::User(user.clone())));
        for grant in from.grants_of(user.id) {
            self.put(Key::Grant(grant.key), Some(Record::Grant(*grant)));
        }
        for membership in from.teams_of(user.id).filter_map(|team| from.membership(team, user.id)) {
            self.put(Key::Membership(membership.team, user.id), Some(Record::Membership(membership.clone())));
        }
    }

    /// Lets go of somebody again; what it takes stays taken.
    pub(crate) fn let_go(&mut self, id: UserId) {
        let grants: Vec<_> = self.grants_of(id).map(|grant| grant.key).collect();
        grants.into_iter().for_each(|key| self.put(Key::Grant(key), None));
        let teams: Vec<_> = self.teams_of(id).collect();
        teams.into_iter().for_each(|team| self.put(Key::Membership(team, id), None));
        if let Some(user) = self.user(id).cloned() {
            self.put(Key::User(id), None);
            self.index.add_user(&user);
        }
    }

    /// Somebody whom it let go of takes what another state of it takes, instead.
    pub(crate) fn exchange(&mut self, was: &User, is: &User) {
        self.index.forget_user(was);
        self.index.add_user(is);
    }

    /// Takes back what changes did to the inventory of numbers.
    pub(crate) fn undo_numbers(&mut self, changes: &Changes) {
        for change in changes.0.iter().rev().filter(|change| matches!(change.key, Key::Number(_))) {
            self.put(change.key, change.before.clone());
        }
    }

    /// Takes the seats and the extension of somebody who will be made, without keeping the user.
    pub(crate) fn take_for(&mut self, user: &User) {
        self.index.add_user(user);
    }
}
