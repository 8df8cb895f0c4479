//! Identifiers: newtypes over UUIDv7, made by whoever issues the command, so that work offline can refer to what it made.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Declares a newtype over [`Uuid`] that can't be mixed up with another.
macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
        #[serde(transparent)]
        pub struct $name(IdBytes);

        impl $name {
            /// Wraps an identifier that somebody with a clock and randomness made.
            pub const fn new(uuid: Uuid) -> Self {
                Self(IdBytes(uuid))
            }

            /// The identifier as a plain UUID.
            pub const fn uuid(self) -> Uuid {
                self.0.0
            }

            /// A fixed identifier, for things that every tenant has, such as built-in roles.
            pub const fn fixed(value: u128) -> Self {
                Self::new(Uuid::from_u128(value))
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "format": "uuid" })
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.0.0, f)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self::new)
            }
        }
    };
}

/// A UUID that is written as text for people and JSON, and as sixteen bare bytes in stored records.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct IdBytes(Uuid);

impl Serialize for IdBytes {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            self.0.serialize(serializer)
        } else {
            self.0.as_bytes().serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for IdBytes {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            Uuid::deserialize(deserializer).map(IdBytes)
        } else {
            <[u8; 16]>::deserialize(deserializer).map(|bytes| IdBytes(Uuid::from_bytes(bytes)))
        }
    }
}

id_type!(
    /// An organisation: the tenant that everything belongs to.
    TenantId
);
id_type!(
    /// A user: a person, or anything else that can be dialled (S4.1).
    UserId
);
id_type!(
    /// A program that acts by a key of its own.
    ServiceId
);
id_type!(
    /// A role, built-in or custom.
    RoleId
);
id_type!(
    /// A team.
    TeamId
);
id_type!(
    /// A plan or an add-on that takes seats.
    LicenceId
);
id_type!(
    /// A channel of a team.
    ChannelId
);
id_type!(
    /// A phone.
    PhoneId
);
id_type!(
    /// A shared contact.
    ContactId
);
id_type!(
    /// A call, as the phone system names it.
    CallId
);
id_type!(
    /// One installation that issues commands: a browser profile, a JS host.
    DeviceId
);
id_type!(
    /// One command, whoever issued it.
    CommandId
);

impl UserId {
    /// Nobody's: stands where somebody isn't told of.
    pub const NOBODY: Self = Self::fixed(0);
}
