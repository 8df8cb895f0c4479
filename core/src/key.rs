//! The keys of records: each kind's name and what tells one from another.

use crate::{
    id::{CallId, ChannelId, ContactId, LicenceId, PhoneId, RoleId, TeamId, UserId},
    kind::record_kinds,
    model::{AvatarOf, GrantKey},
    value::{Date, PhoneNumber},
};
use serde::{Deserialize, Serialize};

/// Declares the keys of all kinds.
macro_rules! keys {
    ($($kind:ident($stored:ty) $(by ($($part:ident: $type:ty = $($at:ident).+),+))? in $table:ident since $since:literal;)*) => {
        /// Names a record inside its tenant.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum Key {
            $($kind $(($($type),+))?,)*
        }

        impl Key {
            /// The names of all kinds, in the order of their numbers in the stored form.
            pub const KINDS: &'static [&'static str] = &[$(stringify!($kind)),*];

            /// The versions of the protocol since when clients can read records of the kinds, in the same order.
            pub const SINCE: &'static [u16] = &[$($since),*];

            /// The version of the protocol since when clients can read records of this kind; older ones are sent none.
            pub const fn since(&self) -> u16 {
                match self {
                    $(Self::$kind { .. } => $since,)*
                }
            }
        }
    };
}

record_kinds!(keys);
