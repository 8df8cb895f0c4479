//! Indexes: what rules and queries look up. Each is derived from the records alone.

#[cfg(feature = "watched")]
use crate::watched::{Fields, Noted};
use crate::{
    change::Key,
    id::{CallId, ChannelId, LicenceId, PhoneId, RoleId, TeamId, UserId},
    model::{Call, Grant, GrantKey, Granted, Number, Phone, Role, Scope, Target, Team, User, UserState},
    time::Timestamp,
    value::{Extension, MacAddress, PhoneNumber},
    watched::watched,
};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

watched! {
    /// All indexes of a directory.
    #[derive(Clone, Debug, Default)]
    pub(super) struct Indexes {
        pub seats: FxHashMap<LicenceId, u32>,
        pub states: FxHashMap<UserState, usize>,
        /// Who was granted a role, and where. By role, since most users hold one of a few.
        pub holders: FxHashMap<RoleId, BTreeSet<(UserId, Scope)>>,
        pub teams_of: Pairs<UserId, TeamId>,
        pub team_names: Names<TeamId>,
        pub role_names: Names<RoleId>,
        pub extensions: BTreeSet<(Extension, UserId)>,
        pub channels: Pairs<TeamId, ChannelId>,
        pub numbers: Pairs<UserId, PhoneNumber>,
        pub phones: Pairs<UserId, PhoneId>,
        pub team_calls: Pairs<TeamId, CallId>,
        pub user_calls: Pairs<UserId, CallId>,
        pub live_calls: Pairs<UserId, CallId>,
        /// Calls whose end was not reported.
        pub open_calls: BTreeSet<CallId>,
        /// Every call, by when it started.
        pub calls: BTreeSet<(Timestamp, CallId)>,
        /// Those that devices have.
        pub fresh_calls: BTreeSet<(Timestamp, CallId)>,
        /// What sends calls to a user (or its voicemail), a team, a number.
        pub routes: Pairs<Target, Key>,
        pub scoped: Pairs<TeamId, GrantKey>,
        /// Grants of a permission without a role; few.
        pub direct: BTreeSet<GrantKey>,
        /// Grants that end by themselves, by when; few.
        pub ending: BTreeSet<(Timestamp, GrantKey)>,
        /// Deleted users, by when they are forgotten; few.
        pub recycled: BTreeSet<(Timestamp, UserId)>,
        /// What is to be done to users, by when; few.
        pub scheduled: BTreeSet<(Timestamp, UserId)>,
        /// How many users have a licence or add-on, whether it takes a seat of it or not.
        pub licensed: FxHashMap<LicenceId, u32>,
        /// Who shows a number.
        pub shown: Pairs<PhoneNumber, UserId>,
        pub addresses: BTreeSet<(MacAddress, PhoneId)>,
    }
    besides {}
}

#[cfg(feature = "watched")]
impl Fields for Indexes {
    fn each(&self, see: &mut dyn FnMut(&Noted)) {
        self.each_field(see);
    }
}

impl Indexes {
    pub fn add_user(&mut self, user: &User) {
        self.count_user(user);
        if let Some(extension) = user.extension() {
            self.extensions.insert((extension.clone(), user.id));
        }
    }

    /// All but its extension.
    pub fn count_user(&mut self, user: &User) {
        for licence in user.seats() {
            *self.seats.entry(licence).or_default() += 1;
        }
        for licence in user.licences() {
            *self.licensed.entry(licence).or_default() += 1;
        }
        for number in &user.display_numbers {
            self.shown.add(*number, user.id);
        }
        *self.states.entry(user.state).or_default() += 1;
    }

    pub fn forget_user(&mut self, user: &User) {
        for licence in user.seats() {
            if let Some(taken) = self.seats.get_mut(&licence) {
                *taken = taken.saturating_sub(1);
            }
        }
        for licence in user.licences() {
            if let Some(users) = self.licensed.get_mut(&licence) {
                *users = users.saturating_sub(1);
            }
        }
        for number in &user.display_numbers {
            self.shown.forget(*number, user.id);
        }
        if let Some(count) = self.states.get_mut(&user.state) {
            *count = count.saturating_sub(1);
        }
        if let Some(extension) = user.extension() {
            self.extensions.remove(&(extension.clone(), user.id));
        }
    }

    pub fn add_grant(&mut self, grant: &Grant) {
        let key = grant.key;
        if let Some(until) = grant.until {
            self.ending.insert((until, key));
        }
        match key.what {
            Granted::Role(role) => drop(self.holders.entry(role).or_default().insert((key.user, key.scope))),
            Granted::Permission(_) => drop(self.direct.insert(key)),
        }
        if let Scope::Team(team) = key.scope {
            self.scoped.add(team, key);
        }
    }

    pub fn forget_grant(&mut self, old: &Grant) {
        let key = old.key;
        if let Some(until) = old.until {
            self.ending.remove(&(until, key));
        }
        match key.what {
            Granted::Role(role) => {
                if let Some(holders) = self.holders.get_mut(&role) {
                    holders.remove(&(key.user, key.scope));
                }
            }
            Granted::Permission(_) => drop(self.direct.remove(&key)),
        }
        if let Scope::Team(team) = key.scope {
            self.scoped.forget(team, key);
        }
    }

    /// Notes, or forgets, where a record sends calls.
    pub fn route(&mut self, key: Key, targets: impl IntoIterator<Item = Target>, here: bool) {
        for target in targets {
            let target = target.reached();
            if here {
                self.routes.add(target, key);
            } else {
                self.routes.forget(target, key);
            }
        }
    }

    pub fn add_team(&mut self, team: &Team) {
        self.team_names.add(team.name.folded(), team.id);
    }

    pub fn forget_team(&mut self, old: &Team) {
        self.team_names.forget(&old.name.folded(), old.id);
    }

    pub fn add_role(&mut self, role: &Role) {
        self.role_names.add(role.name.folded(), role.id);
    }

    pub fn forget_role(&mut self, old: &Role) {
        self.role_names.forget(&old.name.folded(), old.id);
    }

    pub fn add_number(&mut self, number: &Number) {
        if let Some(holder) = number.holder {
            self.numbers.add(holder, number.number);
        }
    }

    pub fn forget_number(&mut self, old: &Number) {
        if let Some(holder) = old.holder {
            self.numbers.forget(holder, old.number);
        }
    }

    pub fn add_phone(&mut self, phone: &Phone) {
        self.phones.add(phone.user, phone.id);
        if let Some(mac) = &phone.mac {
            self.addresses.insert((mac.clone(), phone.id));
        }
    }

    pub fn forget_phone(&mut self, old: &Phone) {
        self.phones.forget(old.user, old.id);
        if let Some(mac) = &old.mac {
            self.addresses.remove(&(mac.clone(), old.id));
        }
    }

    pub fn add_call(&mut self, call: &Call) {
        let (entry, open) = ((call.started, call.id), call.open());
        self.calls.insert(entry);
        if !call.archived {
            self.fresh_calls.insert(entry);
        }
        if open {
            self.open_calls.insert(call.id);
        }
        if let Some(team) = call.team {
            self.team_calls.add(team, call.id);
        }
        if let Some(user) = call.user {
            self.user_calls.add(user, call.id);
            if open {
                self.live_calls.add(user, call.id);
            }
        }
    }

    pub fn forget_call(&mut self, old: &Call) {
        let entry = (old.started, old.id);
        self.calls.remove(&entry);
        self.fresh_calls.remove(&entry);
        self.open_calls.remove(&old.id);
        if let Some(team) = old.team {
            self.team_calls.forget(team, old.id);
        }
        if let Some(user) = old.user {
            self.user_calls.forget(user, old.id);
            self.live_calls.forget(user, old.id);
        }
    }
}

/// Who bears a folded name. The rules see to it that it is one; two that an earlier version told apart both stay, and the one
/// that was made first (the smaller id) is who the name means.
#[derive(Clone, Debug)]
pub(super) struct Names<Id>(FxHashMap<Box<str>, Vec<Id>>);

impl<Id> Default for Names<Id> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<Id: Ord + Copy> Names<Id> {
    pub fn add(&mut self, folded: String, id: Id) {
        let bearers = self.0.entry(folded.into()).or_default();
        if let Err(place) = bearers.binary_search(&id) {
            bearers.insert(place, id);
        }
    }

    pub fn forget(&mut self, folded: &str, id: Id) {
        let Some(bearers) = self.0.get_mut(folded) else { return };
        bearers.retain(|other| *other != id);
        if bearers.is_empty() {
            self.0.remove(folded);
        }
    }

    /// Whom the name means.
    pub fn first(&self, folded: &str) -> Option<Id> {
        self.0.get(folded)?.first().copied()
    }

    /// Every name with each of its bearers.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Id)> {
        self.0.iter().flat_map(|(name, bearers)| bearers.iter().map(|id| (&**name, *id)))
    }
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

impl<A: Ord, B: Ord> FromIterator<(A, B)> for Pairs<A, B> {
    /// Many at once: sorted once.
    fn from_iter<I: IntoIterator<Item = (A, B)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

/// A type that has a smallest value, to start a range at.
pub(super) trait Least {
    const LEAST: Self;
}

macro_rules! least {
    ($($id:ident),*) => {
        $(impl Least for $id {
            const LEAST: Self = Self::fixed(0);
        })*
    };
}
least!(UserId, TeamId, ChannelId, PhoneId, CallId);

impl Least for PhoneNumber {
    const LEAST: Self = Self::LEAST;
}

impl Least for Key {
    const LEAST: Self = Self::Organisation;
}

impl Least for GrantKey {
    const LEAST: Self = Self { user: UserId::fixed(0), what: Granted::Role(RoleId::fixed(0)), scope: Scope::Own };
}
