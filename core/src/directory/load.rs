//! Loading many records at once: each table and index is sorted once instead of being searched for each record.

use super::{Directory, index::Indexes};
use crate::{
    change::Record,
    model::{Granted, Scope},
};
use rustc_hash::FxHashMap;

impl Directory {
    /// The directory of these records. Of two with the same key the later one stays.
    pub fn from_records(records: impl IntoIterator<Item = Record>) -> Self {
        let mut directory = Self::default();
        let (mut grants, mut memberships, mut numbers, mut phones) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for record in records {
            match record {
                Record::User(user) => {
                    directory.users.remove(user.id);
                    directory.users.insert(user);
                }
                Record::Grant(grant) => grants.push(grant),
                Record::Membership(membership) => memberships.push(membership),
                Record::Number(number) => numbers.push(number),
                Record::Phone(phone) => phones.push(phone),
                record => directory.put(record.key(), Some(record)),
            }
        }
        directory.users.shrink();
        *directory.grants = grants.into_iter().collect();
        *directory.memberships = memberships.into_iter().collect();
        *directory.numbers = numbers.into_iter().collect();
        // One by one, as below.
        phones.into_iter().for_each(|phone| directory.phones.insert(phone));
        directory.fill_indexes();
        directory
    }

    /// Fills the indexes of the tables that were loaded at once.
    fn fill_indexes(&mut self) {
        let Self { users, grants, memberships, numbers, phones, index, .. } = self;
        for user in users.iter() {
            index.count_user(user);
            index.route(crate::Key::User(user.id), user.target, true);
        }
        *index.extensions = users.iter().filter_map(|user| Some((user.extension()?.clone(), user.id))).collect();
        fill_grants(index, grants.values());
        *index.teams_of = memberships.values().map(|place| (place.user, place.team)).collect();
        // What follows one by one: a set made at once brings a sort of its own into what browsers and hosts download.
        for number in numbers.values() {
            number.holder.iter().for_each(|holder| index.numbers.add(*holder, number.number));
            index.route(crate::Key::Number(number.number), number.points_at(), true);
        }
        phones.values().for_each(|phone| index.phones.add(phone.user, phone.id));
        index.addresses.extend(phones.values().filter_map(|phone| Some((phone.mac.clone()?, phone.id))));
    }
}

fn fill_grants<'g>(index: &mut Indexes, grants: impl Iterator<Item = &'g crate::model::Grant>) {
    let mut holders: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for grant in grants {
        let key = grant.key;
        match key.what {
            Granted::Role(role) => holders.entry(role).or_default().push((key.user, key.scope)),
            Granted::Permission(_) => drop(index.direct.insert(key)),
        }
        if let Scope::Team(team) = key.scope {
            index.scoped.add(team, key);
        }
        if let Some(until) = grant.until {
            index.ending.insert((until, key));
        }
    }
    // Sorted and put in at once, which is a tenth of the work.
    *index.holders = holders.into_iter().map(|(role, holders)| (role, holders.into_iter().collect())).collect();
}
