//! Reading and writing records by key, keeping the indexes true.

use super::{
    Directory,
    keyed::{Entity, Keyed},
    search::{Facet, Kept},
    users::Users,
};
use crate::{
    access::as_built_in,
    change::{Key, Record},
    id::UserId,
    kind::record_kinds,
    model::User,
};
use rustc_hash::FxHashMap;
use std::hash::Hash;

/// Where the records of one kind lie: what reading by key, going through and counting need.
trait Table<K, R> {
    fn one(&self, key: &K) -> Option<R>;
    fn keys(&self) -> impl Iterator<Item = K>;
    fn records(&self) -> impl Iterator<Item = R>;
    fn count(&self) -> usize;
}

impl<R: Clone> Table<(), R> for Option<R> {
    fn one(&self, (): &()) -> Option<R> {
        self.clone()
    }

    fn keys(&self) -> impl Iterator<Item = ()> {
        self.iter().map(|_| ())
    }

    fn records(&self) -> impl Iterator<Item = R> {
        self.iter().cloned()
    }

    fn count(&self) -> usize {
        usize::from(self.is_some())
    }
}

impl<K: Copy + Eq + Hash, R: Clone> Table<K, R> for FxHashMap<K, R> {
    fn one(&self, key: &K) -> Option<R> {
        self.get(key).cloned()
    }

    fn keys(&self) -> impl Iterator<Item = K> {
        self.keys().copied()
    }

    fn records(&self) -> impl Iterator<Item = R> {
        self.values().cloned()
    }

    fn count(&self) -> usize {
        self.len()
    }
}

impl<R: Entity + Clone> Table<R::Key, R> for Keyed<R> {
    fn one(&self, key: &R::Key) -> Option<R> {
        self.get(key).cloned()
    }

    fn keys(&self) -> impl Iterator<Item = R::Key> {
        self.values().map(Entity::key)
    }

    fn records(&self) -> impl Iterator<Item = R> {
        self.values().cloned()
    }

    fn count(&self) -> usize {
        self.len()
    }
}

impl Table<UserId, User> for Users {
    fn one(&self, id: &UserId) -> Option<User> {
        self.get(*id).cloned()
    }

    fn keys(&self) -> impl Iterator<Item = UserId> {
        self.iter().map(|user| user.id)
    }

    fn records(&self) -> impl Iterator<Item = User> {
        self.iter().cloned()
    }

    fn count(&self) -> usize {
        self.len()
    }
}

/// Reading, of every kind alike.
macro_rules! tables {
    ($($kind:ident($stored:ty) $(by ($($part:ident: $type:ty = $($at:ident).+),+))? in $table:ident since $since:literal;)*) => {
        impl Directory {
            /// The record under a key. A built-in role is none, unless it brings teams.
            pub fn get(&self, key: &Key) -> Option<Record> {
                match key {
                    $(Key::$kind $(($($part),+))? => self.$table.one(&($($(*$part),+)?)).map(Record::$kind),)*
                }
            }

            /// Every record, in no order.
            pub fn records(&self) -> impl Iterator<Item = Record> + '_ {
                std::iter::empty()$(.chain(Table::records(&*self.$table).map(Record::$kind)))*
            }

            /// The key of every record, in no order.
            #[expect(unused_parens, reason = "most keys have one part, and need none")]
            pub fn keys(&self) -> impl Iterator<Item = Key> + '_ {
                std::iter::empty()
                    $(.chain(Table::keys(&*self.$table).map(|($($($part),+)?)| Key::$kind $(($($part),+))?)))*
            }

            /// How many records there are.
            pub fn len(&self) -> usize {
                0 $(+ self.$table.count())*
            }
        }
    };
}

record_kinds!(tables);

impl Directory {
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
            Key::Organisation => *self.organisation = None,
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
                self.memberships.remove(&(*team, *user));
                self.index.teams_of.forget(*user, *team);
                self.search_facet(*user, Facet::Team(*team), false);
            }
            Key::Channel(id) => {
                self.channels.remove(id).iter().for_each(|old| self.index.channels.forget(old.team, old.id))
            }
            Key::Number(number) => self.numbers.remove(number).iter().for_each(|old| {
                self.index.forget_number(old);
                self.index.route(*key, old.points_at(), false);
                self.search_again(old.holder);
            }),
            Key::Phone(id) => self.phones.remove(id).iter().for_each(|old| self.index.forget_phone(old)),
            Key::CallHandling(user) => {
                self.handling.remove(user).iter().for_each(|old| self.index.route(*key, old.targets(), false));
            }
            Key::Presence(user) => drop(self.presence.remove(user)),
            Key::LastSignIn(user) => drop(self.last_sign_ins.remove(user)),
            Key::Contact(id) => drop(self.contacts.remove(id)),
            Key::Avatar(of) => drop(self.avatars.remove(of)),
            Key::Call(id) => self.calls.remove(id).iter().for_each(|old| self.index.forget_call(old)),
            Key::Removed(user) => self.removed.remove(user).iter().for_each(|old| {
                self.index.recycled.remove(&(old.until, *user));
            }),
            Key::RemovedLines(user) => drop(self.removed_lines.remove(user)),
            Key::Keeping => *self.keeping = None,
            Key::CallPolicy => *self.call_policy = None,
            Key::Holiday(date) => drop(self.holidays.remove(date)),
            Key::Scheduled(user) => self.scheduled.remove(user).iter().for_each(|old| {
                self.index.route(*key, old.calls(), false);
                if let Some(due) = old.due() {
                    self.index.scheduled.remove(&(due, *user));
                }
            }),
        }
    }

    /// Puts a record where none stands, into the indexes too.
    fn insert(&mut self, record: Record, kept: Kept) {
        match record {
            Record::Organisation(organisation) => *self.organisation = Some(organisation),
            Record::Licence(licence) => drop(self.licences.insert(licence.id, licence)),
            Record::Role(role) => {
                let role = as_built_in(role);
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
                self.index.route(Key::Number(number.number), number.points_at(), true);
                let holder = number.holder;
                self.numbers.insert(number);
                self.search_again(holder);
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
            Record::LastSignIn(sign_in) => drop(self.last_sign_ins.insert(sign_in.user, sign_in)),
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
            Record::Keeping(keeping) => *self.keeping = Some(keeping),
            Record::CallPolicy(policy) => *self.call_policy = Some(policy),
            Record::Holiday(holiday) => drop(self.holidays.insert(holiday.date, holiday)),
            Record::Scheduled(scheduled) => {
                self.index.route(Key::Scheduled(scheduled.user), scheduled.calls(), true);
                if let Some(due) = scheduled.due() {
                    self.index.scheduled.insert((due, scheduled.user));
                }
                self.scheduled.insert(scheduled.user, scheduled);
            }
        }
    }
}
