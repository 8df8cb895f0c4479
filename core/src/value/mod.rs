//! Values: parsed once at the edge, then trusted. A value that exists is valid; there is no other way to make one.

mod date;
mod email;
mod extension;
mod few;
mod fold;
mod locale;
mod login;
mod mac;
mod name;
mod phone_number;
mod picture;
mod pin;
mod short;
mod slug;
mod text;
mod zones;

pub use date::Date;
pub use email::{Domain, Email};
pub use extension::Extension;
pub(crate) use few::{few, few_entries};
pub use fold::fold;
pub(crate) use fold::fold_onto;
pub use locale::{Country, Language, TimeZone};
pub use login::Login;
pub use mac::MacAddress;
pub use name::{
    ChannelName, Description, ExtraKey, ExtraValue, FullName, HolidayName, LicenceName, NumberLabel, OrganisationName,
    PhoneModel, Position, RoleName, TeamName,
};
pub use phone_number::PhoneNumber;
pub use picture::Picture;
pub use pin::VoicemailPin;
pub use slug::Slug;
pub use text::ValueError;
pub(crate) use text::text_type;
