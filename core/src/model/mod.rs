//! What a tenant consists of: one entity a file. All values are parsed; nothing here checks a rule.

mod grant;
mod licence;
mod organisation;
mod role;
mod team;
mod user;

pub use grant::{Grant, GrantKey, GrantSource, Granted, Scope};
pub use licence::{Licence, LicenceKind};
pub use organisation::{Organisation, Policy};
pub use role::{Role, RoleScope};
pub use team::{Membership, Team, TeamKind};
pub use user::{Identifier, IdentifierKind, Invitation, Profile, User, UserKind, UserState};
