//! The snapshot: one tenant's whole directory in memory, with the indexes that rules and queries need.

mod index;
mod keep_search;
mod keyed;
mod load;
mod look_up;
mod search;
mod table;
mod trial;
mod users;

#[cfg(feature = "watched")]
use crate::watched::{Fields, Noted};
use crate::{
    access::{self, Permission},
    change::Changes,
    id::{CallId, ChannelId, ContactId, LicenceId, RoleId, TeamId, UserId},
    model::{
        Avatar, AvatarOf, Call, CallHandling, CallPolicy, Channel, Contact, Grant, GrantKey, Granted, Holiday,
        IdentifierKind, Keeping, LastSignIn, Licence, Membership, Number, Organisation, Phone, Presence, Removed,
        RemovedLines, Role, Scheduled, Scope, Team, User, UserKind, UserState,
    },
    value::{Date, Language, TimeZone},
    watched::watched,
};
use index::{Indexes, Least};
use keyed::Keyed;
use rustc_hash::FxHashMap;
use search::Search;
pub use search::{Closeness, Facet, Group, Matches, UserOrder};
use std::sync::OnceLock;
use users::Users;

watched! {
    /// One tenant's directory. Reading is free; the only way to change it is [`Directory::apply`].
    #[derive(Clone, Debug, Default)]
    pub struct Directory {
        organisation: Option<Organisation>,
        licences: FxHashMap<LicenceId, Licence>,
        roles: FxHashMap<RoleId, Role>,
        teams: FxHashMap<TeamId, Team>,
        users: Users,
        grants: Keyed<Grant>,
        memberships: Keyed<Membership>,
        channels: FxHashMap<ChannelId, Channel>,
        numbers: Keyed<Number>,
        phones: Keyed<Phone>,
        handling: FxHashMap<UserId, CallHandling>,
        presence: FxHashMap<UserId, Presence>,
        contacts: FxHashMap<ContactId, Contact>,
        avatars: FxHashMap<AvatarOf, Avatar>,
        calls: FxHashMap<CallId, Call>,
        removed: FxHashMap<UserId, Box<Removed>>,
        removed_lines: FxHashMap<UserId, Box<RemovedLines>>,
        keeping: Option<Keeping>,
        call_policy: Option<CallPolicy>,
        holidays: FxHashMap<Date, Holiday>,
        scheduled: FxHashMap<UserId, Box<Scheduled>>,
        last_sign_ins: FxHashMap<UserId, LastSignIn>,
        /// Made at the first search.
        search: OnceLock<Box<Search>>,
    }
    besides {
        index: Indexes,
    }
}

#[cfg(feature = "watched")]
impl Fields for Directory {
    fn each(&self, see: &mut dyn FnMut(&Noted)) {
        self.each_field(see);
        self.index.each(see);
    }
}

impl Directory {
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

    /// By which clock somebody lives with this time zone of its own, or without one.
    pub fn time_zone<'a>(&'a self, own: Option<&'a TimeZone>) -> Option<&'a TimeZone> {
        own.or_else(|| self.organisation().map(|organisation| &organisation.time_zone))
    }

    /// How long things are kept here: what the organisation decided, or the defaults.
    pub fn keeping(&self) -> Keeping {
        self.keeping.unwrap_or_default()
    }

    /// What the organisation decided about calls, or the defaults.
    pub fn call_policy(&self) -> CallPolicy {
        self.call_policy.unwrap_or_default()
    }

    /// The holiday on a day.
    pub fn holiday(&self, date: Date) -> Option<&Holiday> {
        self.holidays.get(&date)
    }

    /// Every holiday, in no order.
    pub fn holidays(&self) -> impl Iterator<Item = &Holiday> {
        self.holidays.values()
    }

    /// A role, built-in or custom.
    pub fn role(&self, id: RoleId) -> Option<&Role> {
        // Of a built-in one that brings teams, its record says which.
        self.roles.get(&id).or_else(|| access::built_in(id))
    }

    /// Every role: the built-in ones first, then the custom ones in no order.
    pub fn roles(&self) -> impl Iterator<Item = &Role> {
        let built_in = access::built_in_roles().iter().map(|role| self.roles.get(&role.id).unwrap_or(role));
        built_in.chain(self.roles.values().filter(|role| access::built_in(role.id).is_none()))
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

    /// The team with this folded name; of two that an earlier version told apart, the one that was made first.
    pub fn team_named(&self, folded: &str) -> Option<TeamId> {
        self.index.team_names.first(folded)
    }

    /// A user's place in a team.
    pub fn membership(&self, team: TeamId, user: UserId) -> Option<&Membership> {
        self.memberships.get(&(team, user))
    }

    /// Who is in a team.
    pub fn members(&self, team: TeamId) -> impl Iterator<Item = UserId> + '_ {
        let members = self.memberships.from((team, UserId::fixed(0)));
        members.take_while(move |membership| membership.team == team).map(|membership| membership.user)
    }

    /// The teams a user is in.
    pub fn teams_of(&self, user: UserId) -> impl Iterator<Item = TeamId> + '_ {
        self.index.teams_of.range_of(user)
    }

    /// The language in which somebody is spoken to: its own, else the organisation's.
    pub fn language_of(&self, id: UserId) -> Option<&Language> {
        let own = self.user(id).and_then(|user| user.profile.language.as_ref());
        own.or_else(|| self.organisation().map(|organisation| &organisation.language))
    }

    /// A user.
    pub fn user(&self, id: UserId) -> Option<&User> {
        self.users.get(id)
    }

    /// Every user, in no order.
    pub fn users(&self) -> impl Iterator<Item = &User> {
        self.users.iter()
    }

    /// How many users are in a state.
    pub fn count(&self, state: UserState) -> usize {
        self.index.states.get(&state).copied().unwrap_or_default()
    }

    /// The user with this folded identifier.
    pub fn user_identified(&self, kind: IdentifierKind, folded: &str) -> Option<UserId> {
        self.users.identified(kind, folded)
    }

    /// What a user was granted.
    pub fn grants_of(&self, user: UserId) -> impl Iterator<Item = &Grant> {
        let from = GrantKey { user, ..GrantKey::LEAST };
        self.grants.from(from).take_while(move |grant| grant.key.user == user)
    }

    /// A grant.
    pub fn grant(&self, key: &GrantKey) -> Option<&Grant> {
        self.grants.get(key)
    }

    /// Who was granted a role.
    pub fn holders(&self, role: RoleId) -> impl Iterator<Item = &Grant> {
        let key = move |(user, scope)| GrantKey { user, what: Granted::Role(role), scope };
        let holders = self.index.holders.get(&role).into_iter().flatten();
        holders.filter_map(move |holder| self.grants.get(&key(*holder)))
    }

    /// The grants of a single permission (S2.23): they are few, and looked for among all.
    pub fn single_grants(&self, permission: Permission) -> impl Iterator<Item = &Grant> {
        self.grants.values().filter(move |grant| grant.key.what == Granted::Permission(permission))
    }

    /// Every user, by name.
    pub fn users_by_name(&self) -> impl Iterator<Item = &User> {
        let everybody = Matches::new(self, self.searched(), &[]).page(UserOrder::Name, false, 0, usize::MAX);
        everybody.into_iter().filter_map(|id| self.user(id))
    }

    /// The users who are in a state, by name.
    pub fn users_in(&self, state: UserState) -> impl Iterator<Item = &User> {
        let mut found = Matches::new(self, self.searched(), &[]);
        found.keep_state(state);
        found.page(UserOrder::Name, false, 0, usize::MAX).into_iter().filter_map(|id| self.user(id))
    }

    /// The users whose name, identifiers, extension, numbers, position or team's name hold every one of the folded words.
    pub fn find(&self, words: &[&str]) -> Matches<'_> {
        Matches::new(self, self.searched(), words)
    }

    /// How many active people can neither make nor take calls (S3.5).
    pub fn silent(&self) -> usize {
        self.searched().silent()
    }

    fn searched(&self) -> &Search {
        self.search.get_or_init(|| Box::new(Search::of(self)))
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
