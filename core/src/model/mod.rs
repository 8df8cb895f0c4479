//! What a tenant consists of: one entity a file. All values are parsed; nothing here checks a rule.

mod answering;
mod avatar;
mod call;
mod channel;
mod contact;
mod grant;
mod keeping;
mod licence;
mod number;
mod organisation;
mod phone;
mod presence;
mod removed;
mod role;
mod routing;
mod team;
mod user;

pub use answering::{Action, AnsweringRule, CallHandling, Voicemail, When};
pub use avatar::{Avatar, AvatarOf};
pub use call::{CALL_SILENCE, Call, CallDirection};
pub use channel::Channel;
pub use contact::Contact;
pub use grant::{Grant, GrantKey, GrantSource, Granted, Scope};
pub use keeping::Keeping;
pub use licence::{Licence, LicenceKind};
pub use number::{Number, NumberKind};
pub use organisation::{ExtensionRange, Organisation, Policy};
pub use phone::Phone;
pub use presence::{Presence, PresenceState};
pub use removed::{Removed, RemovedLines};
pub use role::{Role, RoleScope, RoleScopes};
pub use routing::{OpeningHours, Routing, Shift, Strategy, Target, Weekday};
pub use team::{Membership, Team, TeamKind};
pub use user::{Identifier, IdentifierKind, Invitation, Line, PhoneType, Profile, User, UserKind, UserState};
