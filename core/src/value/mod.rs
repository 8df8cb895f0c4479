//! Values: parsed once at the edge, then trusted. A value that exists is valid; there is no other way to make one.

mod email;
mod extension;
mod locale;
mod name;
mod slug;
mod text;

pub use email::{Domain, Email};
pub use extension::Extension;
pub use locale::{Country, Language, TimeZone};
pub use name::{ExtraKey, ExtraValue, FullName, LicenceName, OrganisationName, Position, RoleName, TeamName};
pub use slug::Slug;
pub use text::ValueError;
pub(crate) use text::{fold, text_type};
