//! Names in tables stand for ids: the same name is the same id everywhere, so vectors come out the same every time.

use rollcall_core::{
    access::{ADMIN, ADVANCED, AGENT, BASIC, MANAGER, OWNER, SIMPLE, SUPERVISOR},
    id::{CallId, ChannelId, ContactId, LicenceId, PhoneId, RoleId, TeamId, TenantId, UserId},
};
use uuid::Uuid;

/// The user of this name.
pub fn user(name: &str) -> UserId {
    UserId::new(id("user", name))
}

/// The team of this name.
pub fn team(name: &str) -> TeamId {
    TeamId::new(id("team", name))
}

/// The plan or add-on of this name.
pub fn licence(name: &str) -> LicenceId {
    LicenceId::new(id("licence", name))
}

/// The channel of this name.
pub fn channel(name: &str) -> ChannelId {
    ChannelId::new(id("channel", name))
}

/// The phone of this name; `line-of-bob` is the one that bob's extension brought.
pub fn phone(name: &str) -> PhoneId {
    match name.strip_prefix("line-of-") {
        Some(holder) => PhoneId::new(user(holder).uuid()),
        None => PhoneId::new(id("phone", name)),
    }
}

/// The shared contact of this name.
pub fn contact(name: &str) -> ContactId {
    ContactId::new(id("contact", name))
}

/// The call of this name.
pub fn call(name: &str) -> CallId {
    CallId::new(id("call", name))
}

/// The organisation of this slug.
pub fn tenant(slug: &str) -> TenantId {
    TenantId::new(id("tenant", slug))
}

/// The role of this name, built-in or custom.
pub fn role(name: &str) -> RoleId {
    match name {
        "owner" => OWNER,
        "admin" => ADMIN,
        "manager" => MANAGER,
        "supervisor" => SUPERVISOR,
        "agent" => AGENT,
        "advanced" => ADVANCED,
        "basic" => BASIC,
        "simple" => SIMPLE,
        custom => RoleId::new(id("role", custom)),
    }
}

/// A UUID in the form of version 7, made from the name (FNV-1a, 128 bits).
fn id(kind: &str, name: &str) -> Uuid {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let bytes = kind.bytes().chain([b':']).chain(name.bytes());
    let hash = bytes.fold(BASIS, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    let version = 0xf << 76;
    let variant = 0b11 << 62;
    Uuid::from_u128(hash & !version & !variant | 0x7 << 76 | 0b10 << 62)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_stable_distinct_and_of_version_7() {
        assert_eq!(user("ann"), user("ann"));
        assert_ne!(user("ann").uuid(), team("ann").uuid());
        assert_eq!(user("ann").uuid().get_version_num(), 7);
    }
}
