//! The catalogue of permissions (domain.md, section 5), and sets of them.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// Declares the catalogue: variant, bit in the stored set, stable name, and whether it only lets see something.
macro_rules! permissions {
    (@ reads) => { true };
    ($($name:ident = $bit:literal, $text:literal $(, $reads:ident)?;)*) => {
        /// One thing that may be done. The number is its bit in the stored form: append only, never reuse.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[repr(u8)]
        pub enum Permission {
            $(#[cfg_attr(feature = "typescript", ts(rename = $text))] $name = $bit,)*
        }

        impl Permission {
            /// Every permission there is, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable name, such as `user.invite`.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }

            /// Whether it only lets see something: that takes no standing above others (invariant 7).
            pub const fn reads(self) -> bool {
                match self {
                    $($(Self::$name => permissions!(@ $reads),)?)*
                    _ => false,
                }
            }
        }
    };
}

permissions! {
    PortalLogin = 0, "portal.login";
    ProfileSelf = 1, "profile.self";
    CallhandlingSelf = 2, "callhandling.self";
    QueuePresence = 3, "queue.presence";
    DirectoryRead = 4, "directory.read", reads;
    UserRead = 5, "user.read", reads;
    UserInvite = 6, "user.invite";
    UserEdit = 7, "user.edit";
    UserIdentity = 8, "user.identity";
    UserSuspend = 9, "user.suspend";
    UserDelete = 10, "user.delete";
    UserResetCredentials = 11, "user.reset_credentials";
    SessionRevoke = 12, "session.revoke";
    UserImport = 13, "user.import";
    UserExport = 14, "user.export", reads;
    RoleAssign = 15, "role.assign";
    RoleManage = 16, "role.manage";
    PermissionGrant = 17, "permission.grant";
    TeamRead = 18, "team.read", reads;
    TeamManage = 19, "team.manage";
    TeamMembers = 20, "team.members";
    ChannelManage = 21, "channel.manage";
    LicenceAssign = 22, "licence.assign";
    NumberAssign = 23, "number.assign";
    DeviceManage = 24, "device.manage";
    CallhandlingManage = 25, "callhandling.manage";
    SystemUserManage = 26, "system_user.manage";
    ContactsShared = 27, "contacts.shared";
    CallsRead = 28, "calls.read", reads;
    QueueSupervise = 29, "queue.supervise";
    AuditRead = 30, "audit.read", reads;
    IntegrationManage = 31, "integration.manage";
    TenantSettings = 32, "tenant.settings";
    BillingManage = 33, "billing.manage";
}

/// What stands together in the catalogue (domain.md, section 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PermissionGroup {
    /// About whoever holds it.
    Own,
    Users,
    Access,
    Teams,
    Telephony,
    Organisation,
}

impl PermissionGroup {
    /// All of them, in the order of the catalogue.
    pub const ALL: [Self; 6] = [Self::Own, Self::Users, Self::Access, Self::Teams, Self::Telephony, Self::Organisation];
}

impl Permission {
    /// Where it stands in the catalogue.
    pub const fn group(self) -> PermissionGroup {
        match self {
            Self::PortalLogin
            | Self::ProfileSelf
            | Self::CallhandlingSelf
            | Self::QueuePresence
            | Self::DirectoryRead => PermissionGroup::Own,
            Self::UserRead
            | Self::UserInvite
            | Self::UserEdit
            | Self::UserIdentity
            | Self::UserSuspend
            | Self::UserDelete
            | Self::UserResetCredentials
            | Self::SessionRevoke
            | Self::UserImport
            | Self::UserExport => PermissionGroup::Users,
            Self::RoleAssign | Self::RoleManage | Self::PermissionGrant => PermissionGroup::Access,
            Self::TeamRead | Self::TeamManage | Self::TeamMembers | Self::ChannelManage => PermissionGroup::Teams,
            Self::LicenceAssign
            | Self::NumberAssign
            | Self::DeviceManage
            | Self::CallhandlingManage
            | Self::SystemUserManage
            | Self::ContactsShared
            | Self::CallsRead
            | Self::QueueSupervise => PermissionGroup::Telephony,
            Self::AuditRead | Self::IntegrationManage | Self::TenantSettings | Self::BillingManage => {
                PermissionGroup::Organisation
            }
        }
    }
}

impl std::str::FromStr for Permission {
    type Err = UnknownPermission;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.iter().copied().find(|p| p.as_str() == text).ok_or(UnknownPermission)
    }
}

/// No permission has this name or number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such permission")]
pub struct UnknownPermission;

impl Serialize for Permission {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_str(self.as_str())
        } else {
            serializer.serialize_u8(*self as u8)
        }
    }
}

impl<'de> Deserialize<'de> for Permission {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
        } else {
            let bit = u8::deserialize(deserializer)?;
            Self::ALL.iter().copied().find(|p| *p as u8 == bit).ok_or(UnknownPermission).map_err(D::Error::custom)
        }
    }
}

/// A set of permissions.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "Array<Permission>"))]
pub struct Permissions(u64);

impl Permissions {
    /// The empty set.
    pub const NONE: Self = Self(0);

    /// The set of these.
    pub const fn of(list: &[Permission]) -> Self {
        let mut bits = 0;
        let mut rest = list;
        while let [first, tail @ ..] = rest {
            bits |= 1 << *first as u8;
            rest = tail;
        }
        Self(bits)
    }

    /// Every permission there is.
    pub const fn all() -> Self {
        Self::of(Permission::ALL)
    }

    /// Both sets together.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in both sets.
    pub const fn common(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is in this set and not in the other.
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the permission is in the set.
    pub const fn has(self, permission: Permission) -> bool {
        self.0 & (1 << permission as u8) != 0
    }

    /// Whether nothing is in the set.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The permissions in the set, in the order of the catalogue.
    pub fn iter(self) -> impl Iterator<Item = Permission> {
        Permission::ALL.iter().copied().filter(move |p| self.has(*p))
    }

    /// The set as bits, for hashing.
    pub(crate) const fn bits(self) -> u64 {
        self.0
    }
}

impl FromIterator<Permission> for Permissions {
    fn from_iter<I: IntoIterator<Item = Permission>>(items: I) -> Self {
        items.into_iter().fold(Self::NONE, |set, p| set.and(Self::of(&[p])))
    }
}

impl std::fmt::Debug for Permissions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter().map(Permission::as_str)).finish()
    }
}

impl Serialize for Permissions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_seq(self.iter())
        } else {
            serializer.serialize_u64(self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Permissions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            Vec::<Permission>::deserialize(deserializer).map(|list| list.into_iter().collect())
        } else {
            // Bits of permissions that this version doesn't know are dropped: it could not act on them.
            u64::deserialize(deserializer).map(|bits| Self(bits & Self::all().0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets() {
        let set = Permissions::of(&[Permission::UserInvite, Permission::PortalLogin]);
        assert!(set.has(Permission::UserInvite) && !set.has(Permission::UserEdit));
        assert_eq!(
            set.without(Permissions::of(&[Permission::PortalLogin])).iter().collect::<Vec<_>>(),
            [Permission::UserInvite]
        );
        assert_eq!(Permissions::all().iter().count(), Permission::ALL.len());
        assert_eq!(serde_json::to_string(&set).ok().as_deref(), Some(r#"["portal.login","user.invite"]"#));
    }

    #[test]
    fn groups_stand_together_in_the_catalogue() {
        let mut groups: Vec<_> = Permission::ALL.iter().map(|permission| permission.group()).collect();
        groups.dedup();
        assert_eq!(groups, PermissionGroup::ALL);
    }

    #[test]
    fn bits_and_names_are_unique() {
        for (i, p) in Permission::ALL.iter().enumerate() {
            assert_eq!(*p as usize, i, "append only");
            assert_eq!(p.as_str().parse(), Ok(*p));
        }
    }
}
