//! The list of users: search as you type, filter by state, a count per filter (S1.1, S1.3).

use crate::{
    access::Permission,
    directory::Directory,
    id::UserId,
    model::{Granted, User, UserKind, UserState},
    time::Timestamp,
    value::{Email, Extension, FullName, LicenceName, Position, RoleName, fold},
};
use serde::{Deserialize, Serialize};

/// What a list of users is to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UserQuery {
    /// Words, each of which must occur in name, address, extension or position.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(as = "Option<_>", optional))]
    pub search: String,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(as = "Option<_>", optional))]
    pub state: StateFilter,
}

/// Which users, by state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StateFilter {
    #[default]
    All,
    Active,
    Prepared,
    /// Invited and still open.
    Invited,
    /// Invited, but the time ran out.
    Expired,
    Suspended,
}

/// Where a user stands, with the clock taken into account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum UserStanding {
    Active,
    Prepared,
    Invited,
    Expired,
    Suspended,
}

/// How many users match the search, by standing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Counts {
    pub all: usize,
    pub active: usize,
    pub prepared: usize,
    pub invited: usize,
    pub expired: usize,
    pub suspended: usize,
}

/// The answer: ids in the order of the list, so that a page makes only the rows it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UserList {
    pub users: Vec<UserId>,
    /// Of the search, whatever the state filter.
    pub counts: Counts,
}

/// One row of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UserRow {
    pub id: UserId,
    pub kind: UserKind,
    pub name: Option<FullName>,
    pub email: Option<Email>,
    pub position: Option<Position>,
    pub extension: Option<Extension>,
    /// The names of its roles, in the order of their ids.
    pub roles: Vec<RoleName>,
    /// Permissions that it was granted without a role.
    pub permissions: Vec<Permission>,
    pub licence: Option<LicenceName>,
    pub standing: UserStanding,
    /// When the open invitation runs out.
    pub expires: Option<Timestamp>,
}

/// Finds users, sorted by name.
pub fn user_list(directory: &Directory, query: &UserQuery, now: Timestamp) -> UserList {
    let folded = fold(&query.search);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let mut list = UserList::default();
    directory.find_users(&words, |found| {
        let expired = || directory.user(found.id).is_some_and(|user| user.invitation_expired(now));
        let standing = match found.state {
            UserState::Active => UserStanding::Active,
            UserState::Prepared => UserStanding::Prepared,
            UserState::Suspended => UserStanding::Suspended,
            UserState::Invited if expired() => UserStanding::Expired,
            UserState::Invited => UserStanding::Invited,
        };
        list.counts.add(standing);
        if query.state.takes(standing) {
            list.users.push(found.id);
        }
    });
    list
}

/// The row of one user.
pub fn user_row(directory: &Directory, id: UserId, now: Timestamp) -> Option<UserRow> {
    let user = directory.user(id)?;
    let mut row = UserRow {
        id,
        kind: user.kind,
        name: user.profile.full_name.clone(),
        email: user.email().cloned(),
        position: user.profile.position.clone(),
        extension: user.extension().cloned(),
        roles: Vec::new(),
        permissions: Vec::new(),
        licence: user.licence.and_then(|id| directory.licence(id)).map(|licence| licence.name.clone()),
        standing: standing(user, now),
        expires: user.invitation.map(|invitation| invitation.expires),
    };
    for grant in directory.grants_of(id) {
        match grant.key.what {
            Granted::Role(role) => row.roles.extend(directory.role(role).map(|role| role.name.clone())),
            Granted::Permission(permission) => row.permissions.push(permission),
        }
    }
    row.roles.dedup();
    Some(row)
}

/// Where a user stands at this moment.
fn standing(user: &User, now: Timestamp) -> UserStanding {
    match user.state {
        UserState::Active => UserStanding::Active,
        UserState::Prepared => UserStanding::Prepared,
        UserState::Suspended => UserStanding::Suspended,
        UserState::Invited if user.invitation_expired(now) => UserStanding::Expired,
        UserState::Invited => UserStanding::Invited,
    }
}

impl StateFilter {
    /// Whether a user of this standing is wanted.
    pub fn takes(self, standing: UserStanding) -> bool {
        match self {
            Self::All => true,
            Self::Active => standing == UserStanding::Active,
            Self::Prepared => standing == UserStanding::Prepared,
            Self::Invited => standing == UserStanding::Invited,
            Self::Expired => standing == UserStanding::Expired,
            Self::Suspended => standing == UserStanding::Suspended,
        }
    }
}

impl Counts {
    fn add(&mut self, standing: UserStanding) {
        self.all += 1;
        let count = match standing {
            UserStanding::Active => &mut self.active,
            UserStanding::Prepared => &mut self.prepared,
            UserStanding::Invited => &mut self.invited,
            UserStanding::Expired => &mut self.expired,
            UserStanding::Suspended => &mut self.suspended,
        };
        *count += 1;
    }
}
