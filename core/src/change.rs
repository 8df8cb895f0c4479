//! Changes: one shape that serves as undo, audit entry, index update and sync delta.

pub use crate::key::Key;
use crate::{
    kind::record_kinds,
    model::{
        Avatar, Call, CallHandling, CallPolicy, Channel, Contact, Grant, Holiday, Keeping, LastSignIn, Licence,
        Membership, Number, Organisation, Phone, Presence, Removed, RemovedLines, Role, Scheduled, Team, User,
    },
};
use serde::{Deserialize, Serialize};

/// Declares the records of all kinds.
macro_rules! records {
    ($($kind:ident($stored:ty) $(by ($($part:ident: $type:ty = $($at:ident).+),+))? in $table:ident since $since:literal;)*) => {
        /// A stored entity.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum Record {
            $($kind($stored),)*
        }

        impl Record {
            /// The key under which the record stands.
            pub fn key(&self) -> Key {
                match self {
                    $(Self::$kind(_record) => Key::$kind $(($(_record.$($at).+),+))?,)*
                }
            }

            /// The name of its kind.
            pub const fn kind(&self) -> &'static str {
                match self {
                    $(Self::$kind(_) => stringify!($kind),)*
                }
            }
        }
    };
}

record_kinds!(records);

/// What happened to one record. Absent before: made. Absent after: removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    pub key: Key,
    pub before: Option<Record>,
    pub after: Option<Record>,
}

/// All that one command changes; applied whole or not at all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
