//! Changes: one shape that serves as undo, audit entry, index update and sync delta.

use crate::{
    id::{CallId, ChannelId, ContactId, LicenceId, PhoneId, RoleId, TeamId, UserId},
    model::{
        Avatar, AvatarOf, Call, CallHandling, Channel, Contact, Grant, GrantKey, Licence, Membership, Number,
        Organisation, Phone, Presence, Removed, RemovedLines, Role, Team, User,
    },
    value::PhoneNumber,
};
use serde::{Deserialize, Serialize};

/// Names a record inside its tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Key {
    Organisation,
    Licence(LicenceId),
    Role(RoleId),
    Team(TeamId),
    User(UserId),
    Grant(GrantKey),
    Membership(TeamId, UserId),
    Channel(ChannelId),
    Number(PhoneNumber),
    Phone(PhoneId),
    CallHandling(UserId),
    Presence(UserId),
    Contact(ContactId),
    Avatar(AvatarOf),
    Call(CallId),
    Removed(UserId),
    RemovedLines(UserId),
}

/// A stored entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Record {
    Organisation(Organisation),
    Licence(Licence),
    Role(Role),
    Team(Team),
    User(User),
    Grant(Grant),
    Membership(Membership),
    Channel(Channel),
    Number(Number),
    Phone(Phone),
    CallHandling(CallHandling),
    Presence(Presence),
    Contact(Contact),
    Avatar(Avatar),
    Call(Call),
    /// Boxed: rare and large.
    Removed(Box<Removed>),
    /// Boxed for the same reason.
    RemovedLines(Box<RemovedLines>),
}

impl Record {
    /// The key under which the record stands.
    pub fn key(&self) -> Key {
        match self {
            Self::Organisation(_) => Key::Organisation,
            Self::Licence(licence) => Key::Licence(licence.id),
            Self::Role(role) => Key::Role(role.id),
            Self::Team(team) => Key::Team(team.id),
            Self::User(user) => Key::User(user.id),
            Self::Grant(grant) => Key::Grant(grant.key),
            Self::Membership(membership) => Key::Membership(membership.team, membership.user),
            Self::Channel(channel) => Key::Channel(channel.id),
            Self::Number(number) => Key::Number(number.number),
            Self::Phone(phone) => Key::Phone(phone.id),
            Self::CallHandling(handling) => Key::CallHandling(handling.user),
            Self::Presence(presence) => Key::Presence(presence.user),
            Self::Contact(contact) => Key::Contact(contact.id),
            Self::Avatar(avatar) => Key::Avatar(avatar.of),
            Self::Call(call) => Key::Call(call.id),
            Self::Removed(removed) => Key::Removed(removed.user.id),
            Self::RemovedLines(lines) => Key::RemovedLines(lines.user),
        }
    }
}

/// What happened to one record. Absent before: made. Absent after: removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Change {
    pub key: Key,
    pub before: Option<Record>,
    pub after: Option<Record>,
}

/// All that one command changes; applied whole or not at all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct Changes(pub Vec<Change>);

impl Changes {
    /// The changes that take these back, in reverse order.
    #[must_use]
    pub fn inverse(self) -> Self {
        let swap = |change: Change| Change { key: change.key, before: change.after, after: change.before };
        Self(self.0.into_iter().rev().map(swap).collect())
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The keys of all changed records.
    pub fn keys(&self) -> impl Iterator<Item = Key> + '_ {
        self.0.iter().map(|change| change.key)
    }
}
