//! Reading and writing records by key, keeping the indexes true.

use super::Directory;
use crate::change::{Key, Record};

impl Directory {
    /// The record under a key. Built-in roles are no records.
    pub fn get(&self, key: &Key) -> Option<Record> {
        match key {
            Key::Organisation => self.organisation.clone().map(Record::Organisation),
            Key::Licence(id) => self.licences.get(id).cloned().map(Record::Licence),
            Key::Role(id) => self.roles.get(id).cloned().map(Record::Role),
            Key::Team(id) => self.teams.get(id).cloned().map(Record::Team),
            Key::User(id) => self.users.get(id).cloned().map(Record::User),
            Key::Grant(key) => self.grants.get(key).copied().map(Record::Grant),
            Key::Membership(team, user) => self.memberships.get(&(*team, *user)).cloned().map(Record::Membership),
        }
    }

    /// Every record, in no order.
    pub fn records(&self) -> impl Iterator<Item = Record> + '_ {
        (self.organisation.iter().cloned().map(Record::Organisation))
            .chain(self.licences.values().cloned().map(Record::Licence))
            .chain(self.roles.values().cloned().map(Record::Role))
            .chain(self.teams.values().cloned().map(Record::Team))
            .chain(self.users.values().cloned().map(Record::User))
            .chain(self.grants.values().copied().map(Record::Grant))
            .chain(self.memberships.values().cloned().map(Record::Membership))
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        usize::from(self.organisation.is_some())
            + self.licences.len()
            + self.roles.len()
            + self.teams.len()
            + self.users.len()
            + self.grants.len()
            + self.memberships.len()
    }

    /// Whether the organisation has not been founded.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Writes or removes one record as the server sent it. A record of another kind than the key is as if absent.
    pub fn put(&mut self, key: Key, record: Option<Record>) {
        match key {
            Key::Organisation => {
                self.organisation = match record {
                    Some(Record::Organisation(organisation)) => Some(organisation),
                    _ => None,
                };
            }
            Key::Licence(id) => match record {
                Some(Record::Licence(licence)) => drop(self.licences.insert(id, licence)),
                _ => drop(self.licences.remove(&id)),
            },
            Key::Role(id) => match record {
                Some(Record::Role(role)) => drop(self.roles.insert(id, role)),
                _ => drop(self.roles.remove(&id)),
            },
            Key::Team(id) => {
                let old = match record {
                    Some(Record::Team(team)) => {
                        self.index.add_team(&team);
                        self.teams.insert(id, team)
                    }
                    _ => self.teams.remove(&id),
                };
                if let Some(old) = old {
                    self.index.forget_team(&old, self.teams.get(&id));
                }
            }
            Key::User(id) => {
                if let Some(old) = self.users.remove(&id) {
                    self.index.forget_user(&old);
                }
                if let Some(Record::User(user)) = record {
                    self.index.add_user(&user);
                    self.users.insert(id, user);
                }
            }
            Key::Grant(key) => match record {
                Some(Record::Grant(grant)) => {
                    self.index.add_grant(key);
                    self.grants.insert(key, grant);
                }
                _ => {
                    self.index.forget_grant(key);
                    self.grants.remove(&key);
                }
            },
            Key::Membership(team, user) => match record {
                Some(Record::Membership(membership)) => {
                    self.index.members.add(team, user);
                    self.index.teams_of.add(user, team);
                    self.memberships.insert((team, user), membership);
                }
                _ => {
                    self.index.members.forget(team, user);
                    self.index.teams_of.forget(user, team);
                    self.memberships.remove(&(team, user));
                }
            },
        }
    }
}
