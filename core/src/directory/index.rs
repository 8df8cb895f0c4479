//! Indexes: what rules and queries look up. Each is derived from the records alone.

use crate::{
    id::{LicenceId, RoleId, TeamId, UserId},
    model::{GrantKey, Granted, IdentifierKind, Team, User, UserState},
    value::fold,
};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// What a user is searched by, folded, and what lists are filtered by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchEntry {
    /// Name, identifiers, extension and position, folded and joined by line feeds.
    pub text: Box<str>,
    pub state: UserState,
}

/// All indexes of a directory.
#[derive(Clone, Debug, Default)]
pub(super) struct Indexes {
    pub identifiers: FxHashMap<(IdentifierKind, Box<str>), UserId>,
    pub seats: FxHashMap<LicenceId, u32>,
    pub states: FxHashMap<UserState, usize>,
    pub search: BTreeMap<(Box<str>, UserId), SearchEntry>,
    pub grants: Pairs<UserId, GrantKey>,
    pub holders: Pairs<RoleId, GrantKey>,
    pub members: Pairs<TeamId, UserId>,
    pub teams_of: Pairs<UserId, TeamId>,
    pub team_names: FxHashMap<Box<str>, TeamId>,
}

impl Indexes {
    pub fn add_user(&mut self, user: &User) {
        for identifier in &user.identifiers {
            let (kind, folded) = identifier.folded();
            self.identifiers.insert((kind, folded.into()), user.id);
        }
        for licence in user.seats() {
            *self.seats.entry(licence).or_default() += 1;
        }
        *self.states.entry(user.state).or_default() += 1;
        self.search.insert(search_key(user), SearchEntry { text: search_text(user), state: user.state });
    }

    pub fn forget_user(&mut self, user: &User) {
        for identifier in &user.identifiers {
            let (kind, folded) = identifier.folded();
            let key = (kind, folded.into());
            if self.identifiers.get(&key) == Some(&user.id) {
                self.identifiers.remove(&key);
            }
        }
        for licence in user.seats() {
            if let Some(taken) = self.seats.get_mut(&licence) {
                *taken = taken.saturating_sub(1);
            }
        }
        if let Some(count) = self.states.get_mut(&user.state) {
            *count = count.saturating_sub(1);
        }
        self.search.remove(&search_key(user));
    }

    pub fn add_grant(&mut self, key: GrantKey) {
        self.grants.add(key.user, key);
        if let Granted::Role(role) = key.what {
            self.holders.add(role, key);
        }
    }

    pub fn forget_grant(&mut self, key: GrantKey) {
        self.grants.forget(key.user, key);
        if let Granted::Role(role) = key.what {
            self.holders.forget(role, key);
        }
    }

    pub fn add_team(&mut self, team: &Team) {
        self.team_names.insert(team.name.folded().into(), team.id);
    }

    pub fn forget_team(&mut self, old: &Team, now: Option<&Team>) {
        let folded = old.name.folded();
        let renamed = now.is_none_or(|team| team.name.folded() != folded);
        if renamed && self.team_names.get(folded.as_str()) == Some(&old.id) {
            self.team_names.remove(folded.as_str());
        }
    }
}

/// The users of a list are sorted by what they are called, then by id.
fn search_key(user: &User) -> (Box<str>, UserId) {
    (fold(user.display_name()).into(), user.id)
}

fn search_text(user: &User) -> Box<str> {
    let mut text = String::with_capacity(64);
    if let Some(name) = &user.profile.full_name {
        text.push_str(&name.folded());
    }
    for identifier in &user.identifiers {
        text.push('\n');
        text.push_str(&identifier.folded().1);
    }
    if let Some(extension) = &user.extension {
        text.push('\n');
        text.push_str(extension.as_str());
    }
    if let Some(position) = &user.profile.position {
        text.push('\n');
        text.push_str(&fold(position.as_str()));
    }
    text.into()
}

/// A sorted one-to-many relation.
#[derive(Clone, Debug)]
pub(super) struct Pairs<A, B>(BTreeSet<(A, B)>);

impl<A, B> Default for Pairs<A, B> {
    fn default() -> Self {
        Self(BTreeSet::new())
    }
}

impl<A: Ord + Copy, B: Ord + Copy + Least> Pairs<A, B> {
    pub fn add(&mut self, a: A, b: B) {
        self.0.insert((a, b));
    }

    pub fn forget(&mut self, a: A, b: B) {
        self.0.remove(&(a, b));
    }

    /// All that belongs to `a`, in order.
    pub fn range_of(&self, a: A) -> impl Iterator<Item = B> + '_ {
        self.0.range((a, B::LEAST)..).take_while(move |(first, _)| *first == a).map(|(_, b)| *b)
    }
}

/// A type that has a smallest value, to start a range at.
pub(super) trait Least {
    const LEAST: Self;
}

impl Least for UserId {
    const LEAST: Self = Self::fixed(0);
}

impl Least for TeamId {
    const LEAST: Self = Self::fixed(0);
}

impl Least for GrantKey {
    const LEAST: Self =
        Self { user: UserId::fixed(0), what: Granted::Role(RoleId::fixed(0)), scope: crate::model::Scope::Own };
}
