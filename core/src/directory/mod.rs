//! The snapshot: one tenant's whole directory in memory, with the indexes that rules and queries need.

mod index;
mod look_up;
mod search;
mod table;

use crate::{
    access,
    change::{Changes, Record},
    id::{CallId, ChannelId, ContactId, LicenceId, PhoneId, RoleId, TeamId, UserId},
    model::{
        Avatar, AvatarOf, Call, CallHandling, Channel, Contact, Grant, GrantKey, Granted, IdentifierKind, Licence,
        Membership, Number, Organisation, Phone, Presence, Removed, Role, Scope, Team, User, UserKind, UserState,
    },
    value::PhoneNumber,
};
use index::Indexes;
use rustc_hash::FxHashMap;
pub use search::{FoundUser, SearchEntry};
use std::collections::BTreeMap;

/// One tenant's directory. Reading is free; the only way to change it is [`Directory::apply`].
#[derive(Clone, Debug, Default)]
pub struct Directory {
    organisation: Option<Organisation>,
    licences: FxHashMap<LicenceId, Licence>,
    roles: FxHashMap<RoleId, Role>,
    teams: FxHashMap<TeamId, Team>,
    users: FxHashMap<UserId, User>,
    grants: FxHashMap<GrantKey, Grant>,
    memberships: FxHashMap<(TeamId, UserId), Membership>,
    channels: FxHashMap<ChannelId, Channel>,
    numbers: BTreeMap<PhoneNumber, Number>,
    phones: FxHashMap<PhoneId, Phone>,
    handling: FxHashMap<UserId, CallHandling>,
    presence: FxHashMap<UserId, Presence>,
    contacts: FxHashMap<ContactId, Contact>,
    avatars: FxHashMap<AvatarOf, Avatar>,
    calls: FxHashMap<CallId, Call>,
    removed: FxHashMap<UserId, Box<Removed>>,
    index: Indexes,
}

impl Directory {
    /// The directory of these records.
    pub fn from_records(records: impl IntoIterator<Item = Record>) -> Self {
        let mut directory = Self::default();
        for record in records {
            directory.put(record.key(), Some(record));
        }
        directory
    }

    /// Makes the changes. They must come from [`decide`](crate::decide) on this very directory, or from the server.
    pub fn apply(&mut self, changes: &Changes) {
        for change in &changes.0 {
            self.put(change.key, change.after.clone());
        }
    }

    /// Takes changes back that were the last to be applied.
    pub fn undo(&mut self, changes: &Changes) {
        for change in changes.0.iter().rev() {
            self.put(change.key, change.before.clone());
        }
    }

    /// The organisation itself; absent until it is founded.
    pub fn organisation(&self) -> Option<&Organisation> {
        self.organisation.as_ref()
    }

    /// A role, built-in or custom.
    pub fn role(&self, id: RoleId) -> Option<&Role> {
        access::built_in(id).or_else(|| self.roles.get(&id))
    }

    /// Every role: the built-in ones first, then the custom ones in no order.
    pub fn roles(&self) -> impl Iterator<Item = &Role> {
        access::built_in_roles().iter().chain(self.roles.values())
    }

    /// A plan or an add-on.
    pub fn licence(&self, id: LicenceId) -> Option<&Licence> {
        self.licences.get(&id)
    }

    /// Every plan and add-on, in no order.
    pub fn licences(&self) -> impl Iterator<Item = &Licence> {
        self.licences.values()
    }

    /// How many seats of a licence are taken.
    pub fn seats_taken(&self, id: LicenceId) -> u32 {
        self.index.seats.get(&id).copied().unwrap_or_default()
    }

    /// A team.
    pub fn team(&self, id: TeamId) -> Option<&Team> {
        self.teams.get(&id)
    }

    /// Every team, in no order.
    pub fn teams(&self) -> impl Iterator<Item = &Team> {
        self.teams.values()
    }

    /// The team with this folded name.
    pub fn team_named(&self, folded: &str) -> Option<TeamId> {
        self.index.team_names.get(folded).copied()
    }

    /// A user's place in a team.
    pub fn membership(&self, team: TeamId, user: UserId) -> Option<&Membership> {
        self.memberships.get(&(team, user))
    }

    /// Who is in a team.
    pub fn members(&self, team: TeamId) -> impl Iterator<Item = UserId> + '_ {
        self.index.members.range_of(team)
    }

    /// The teams a user is in.
    pub fn teams_of(&self, user: UserId) -> impl Iterator<Item = TeamId> + '_ {
        self.index.teams_of.range_of(user)
    }

    /// A user.
    pub fn user(&self, id: UserId) -> Option<&User> {
        self.users.get(&id)
    }

    /// Every user, in no order.
    pub fn users(&self) -> impl ExactSizeIterator<Item = &User> {
        self.users.values()
    }

    /// How many users are in a state.
    pub fn count(&self, state: UserState) -> usize {
        self.index.states.get(&state).copied().unwrap_or_default()
    }

    /// The user with this folded identifier.
    pub fn user_identified(&self, kind: IdentifierKind, folded: &str) -> Option<UserId> {
        self.index.identifiers.get(&(kind, folded.into())).copied()
    }

    /// What a user was granted.
    pub fn grants_of(&self, user: UserId) -> impl Iterator<Item = &Grant> {
        self.index.grants.range_of(user).filter_map(|key| self.grants.get(&key))
    }

    /// A grant.
    pub fn grant(&self, key: &GrantKey) -> Option<&Grant> {
        self.grants.get(key)
    }

    /// Who was granted a role.
    pub fn holders(&self, role: RoleId) -> impl Iterator<Item = &Grant> {
        self.index.holders.range_of(role).filter_map(|key| self.grants.get(&key))
    }

    /// Users in the order of their folded names, with the text they are searched by.
    pub fn search_order(&self) -> impl DoubleEndedIterator<Item = (UserId, &SearchEntry)> {
        self.index.search.iter()
    }

    /// Calls `found` for each user whose name, identifiers, extension or position hold every one of the folded words,
    /// in the order of the list.
    pub fn find_users(&self, words: &[&str], found: impl FnMut(FoundUser)) {
        self.index.search.find(words, found);
    }

    /// The active persons who hold a role in the whole organisation, and for good.
    pub fn lasting_holders(&self, role: RoleId) -> impl Iterator<Item = UserId> {
        let active = |user: &User| user.state == UserState::Active && user.kind == UserKind::Person;
        let counts = move |grant: &&Grant| {
            grant.until.is_none()
                && grant.key.scope == Scope::Organisation
                && self.user(grant.key.user).is_some_and(active)
        };
        self.holders(role).filter(counts).map(|grant| grant.key.user)
    }

    /// Whether a user was granted a role, anywhere.
    pub fn holds(&self, user: UserId, role: RoleId) -> bool {
        self.grants_of(user).any(|grant| grant.key.what == Granted::Role(role))
    }
}
