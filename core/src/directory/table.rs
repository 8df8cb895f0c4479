//! Reading and writing records by key, keeping the indexes true.

use super::{
    Directory,
    search::{Facet, Kept},
};
use crate::change::{Key, Record};

impl Directory {
    /// The record under a key. Built-in roles are no records.
    pub fn get(&self, key: &Key) -> Option<Record> {
        match key {
            Key::Organisation => self.organisation.clone().map(Record::Organisation),
            Key::Licence(id) => self.licences.get(id).cloned().map(Record::Licence),
            Key::Role(id) => self.roles.get(id).cloned().map(Record::Role),
            Key::Team(id) => self.teams.get(id).cloned().map(Record::Team),
            Key::User(id) => self.users.get(*id).cloned().map(Record::User),
            Key::Grant(key) => self.grants.get(key).copied().map(Record::Grant),
            Key::Membership(team, user) => self.memberships.get(*team, *user).cloned().map(Record::Membership),
            Key::Channel(id) => self.channels.get(id).cloned().map(Record::Channel),
            Key::Number(number) => self.numbers.get(number).copied().map(Record::Number),
            Key::Phone(id) => self.phones.get(id).cloned().map(Record::Phone),
            Key::CallHandling(user) => self.handling.get(user).cloned().map(Record::CallHandling),
            Key::Presence(user) => self.presence.get(user).copied().map(Record::Presence),
            Key::Contact(id) => self.contacts.get(id).cloned().map(Record::Contact),
            Key::Avatar(of) => self.avatars.get(of).cloned().map(Record::Avatar),
            Key::Call(id) => self.calls.get(id).copied().map(Record::Call),
            Key::Removed(user) => self.removed.get(user).cloned().map(Record::Removed),
            Key::RemovedLines(user) => self.removed_lines.get(user).cloned().map(Record::RemovedLines),
        }
    }

    /// Every record, in no order.
    pub fn records(&self) -> impl Iterator<Item = Record> + '_ {
        (self.organisation.iter().cloned().map(Record::Organisation))
            .chain(self.licences.values().cloned().map(Record::Licence))
            .chain(self.roles.values().cloned().map(Record::Role))
            .chain(self.teams.values().cloned().map(Record::Team))
            .chain(self.users.iter().cloned().map(Record::User))
            .chain(self.grants.values().copied().map(Record::Grant))
            .chain(self.memberships.values().cloned().map(Record::Membership))
            .chain(self.channels.values().cloned().map(Record::Channel))
            .chain(self.numbers.values().copied().map(Record::Number))
            .chain(self.phones.values().cloned().map(Record::Phone))
            .chain(self.handling.values().cloned().map(Record::CallHandling))
            .chain(self.presence.values().copied().map(Record::Presence))
            .chain(self.contacts.values().cloned().map(Record::Contact))
            .chain(self.avatars.values().cloned().map(Record::Avatar))
            .chain(self.calls.values().copied().map(Record::Call))
            .chain(self.removed.values().cloned().map(Record::Removed))
            .chain(self.removed_lines.values().cloned().map(Record::RemovedLines))
    }

    /// The key of every record, in no order.
    pub fn keys(&self) -> impl Iterator<Item = Key> + '_ {
        (self.organisation.iter().map(|_| Key::Organisation))
            .chain(self.licences.keys().copied().map(Key::Licence))
            .chain(self.roles.keys().copied().map(Key::Role))
            .chain(self.teams.keys().copied().map(Key::Team))
            .chain(self.users.iter().map(|user| Key::User(user.id)))
            .chain(self.grants.values().map(|grant| Key::Grant(grant.key)))
            .chain(self.memberships.values().map(|place| Key::Membership(place.team, place.user)))
            .chain(self.channels.keys().copied().map(Key::Channel))
            .chain(self.numbers.values().map(|number| Key::Number(number.number)))
            .chain(self.phones.values().map(|phone| Key::Phone(phone.id)))
            .chain(self.handling.keys().copied().map(Key::CallHandling))
            .chain(self.presence.keys().copied().map(Key::Presence))
            .chain(self.contacts.keys().copied().map(Key::Contact))
            .chain(self.avatars.keys().copied().map(Key::Avatar))
            .chain(self.calls.keys().copied().map(Key::Call))
            .chain(self.removed.keys().copied().map(Key::Removed))
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        let telephony = self.channels.len()
            + self.numbers.len()
            + self.phones.len()
            + self.handling.len()
            + self.presence.len()
            + self.contacts.len()
            + self.avatars.len()
            + self.calls.len()
            + self.removed.len()
            + self.removed_lines.len();
        usize::from(self.organisation.is_some())
            + self.licences.len()
            + self.roles.len()
            + self.teams.len()
            + self.users.len()
            + self.grants.len()
            + self.memberships.len()
            + telephony
    }

    /// Whether the organisation has not been founded.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Writes or removes one record as the server sent it. A record of another kind than the key is as if absent.
    pub fn put(&mut self, key: Key, record: Option<Record>) {
        let record = record.filter(|record| record.key() == key);
        let kept = self.keeps(record.as_ref());
        self.take(&key, kept);
        if let Some(record) = record {
            self.insert(record, kept);
        }
    }

    /// Removes what stands under the key, from the indexes too.
    fn take(&mut self, key: &Key, kept: Kept) {
        match key {
            Key::Organisation => self.organisation = None,
            Key::Licence(id) => drop(self.licences.remove(id)),
            Key::Role(id) => self.roles.remove(id).iter().for_each(|old| self.index.forget_role(old)),
            Key::Team(id) => self.teams.remove(id).iter().for_each(|old| {
                self.index.forget_team(old);
                self.index.route(*key, old.overflow(), false);
            }),
            Key::User(id) => {
                self.unsearch_user(*id, kept);
                self.users.remove(*id).iter().for_each(|old| {
                    self.index.forget_user(old);
                    self.index.route(*key, old.target, false);
                });
            }
            Key::Grant(key) => {
                self.grants.remove(key).iter().for_each(|old| self.index.forget_grant(old));
                self.search_grant(*key);
            }
            Key::Membership(team, user) => {
                self.memberships.remove(*team, *user);
                self.index.teams_of.forget(*user, *team);
                self.search_facet(*user, Facet::Team(*team), false);
            }
            Key::Channel(id) => {
                self.channels.remove(id).iter().for_each(|old| self.index.channels.forget(old.team, old.id))
            }
            Key::Number(number) => self.numbers.remove(number).iter().for_each(|old| {
                self.index.forget_number(old);
                self.index.route(*key, old.target, false);
                self.search_again(old.holder);
            }),
            Key::Phone(id) => self.phones.remove(id).iter().for_each(|old| self.index.forget_phone(old)),
            Key::CallHandling(user) => {
                self.handling.remove(user).iter().for_each(|old| self.index.route(*key, old.targets(), false));
            }
            Key::Presence(user) => drop(self.presence.remove(user)),
            Key::Contact(id) => drop(self.contacts.remove(id)),
            Key::Avatar(of) => drop(self.avatars.remove(of)),
            Key::Call(id) => self.calls.remove(id).iter().for_each(|old| self.index.forget_call(old)),
            Key::Removed(user) => self.removed.remove(user).iter().for_each(|old| {
                self.index.recycled.remove(&(old.until, *user));
            }),
            Key::RemovedLines(user) => drop(self.removed_lines.remove(user)),
        }
    }

    /// Puts a record where none stands, into the indexes too.
    fn insert(&mut self, record: Record, kept: Kept) {
        match record {
            Record::Organisation(organisation) => self.organisation = Some(organisation),
            Record::Licence(licence) => drop(self.licences.insert(licence.id, licence)),
            Record::Role(role) => {
                self.index.add_role(&role);
                self.roles.insert(role.id, role);
            }
            Record::Team(team) => {
                self.index.add_team(&team);
                self.index.route(Key::Team(team.id), team.overflow(), true);
                self.teams.insert(team.id, team);
            }
            Record::User(user) => {
                self.index.add_user(&user);
                self.index.route(Key::User(user.id), user.target, true);
                let id = user.id;
                self.users.insert(user);
                self.search_user(id, kept);
            }
            Record::Grant(grant) => {
                self.index.add_grant(&grant);
                self.grants.insert(grant);
                self.search_grant(grant.key);
            }
            Record::Membership(membership) => {
                let (team, user) = (membership.team, membership.user);
                self.index.teams_of.add(user, team);
                self.memberships.insert(membership);
                self.search_facet(user, Facet::Team(team), true);
            }
            Record::Channel(channel) => {
                self.index.channels.add(channel.team, channel.id);
                self.channels.insert(channel.id, channel);
            }
            Record::Number(number) => {
                self.index.add_number(&number);
                self.index.route(Key::Number(number.number), number.target, true);
                self.numbers.insert(number);
                self.search_again(number.holder);
            }
            Record::Phone(phone) => {
                self.index.add_phone(&phone);
                self.phones.insert(phone);
            }
            Record::CallHandling(handling) => {
                self.index.route(Key::CallHandling(handling.user), handling.targets(), true);
                self.handling.insert(handling.user, handling);
            }
            Record::Presence(presence) => drop(self.presence.insert(presence.user, presence)),
            Record::Contact(contact) => drop(self.contacts.insert(contact.id, contact)),
            Record::Avatar(avatar) => drop(self.avatars.insert(avatar.of, avatar)),
            Record::Call(call) => {
                self.index.add_call(&call);
                self.calls.insert(call.id, call);
            }
            Record::Removed(removed) => {
                self.index.recycled.insert((removed.until, removed.user.id));
                self.removed.insert(removed.user.id, removed);
            }
            Record::RemovedLines(lines) => drop(self.removed_lines.insert(lines.user, lines)),
        }
    }
}
