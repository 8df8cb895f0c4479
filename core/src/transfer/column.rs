//! What a column of a file holds.

use crate::{model::NumberKind, value::ExtraKey};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Stands before the name of extra information in a heading: it may be called like anything else.
pub(super) const EXTRA: &str = "Extra: ";

/// The meaning of a column.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// The address. An import needs this, a mobile number or a log-in name to know each user by.
    Email,
    /// The mobile number with which the user logs in (S2.4); other mobile numbers are extra information.
    Mobile,
    /// The name with which the user logs in (S3.4).
    Login,
    FullName,
    /// Joined with [`Column::LastName`] where a row has no full name.
    FirstName,
    LastName,
    Position,
    /// The name of a plan.
    Licence,
    /// Names of add-ons, separated by semicolons.
    AddOns,
    /// The name of one role.
    Role,
    /// Where the role holds: in the organisation, for the person alone, or in teams, whose names are separated by semicolons.
    RoleScope,
    /// Names of teams, separated by semicolons.
    Teams,
    /// A BCP 47 tag.
    Language,
    /// An IANA name.
    TimeZone,
    /// An ISO 3166 code.
    Country,
    /// The extension to assign, with a softphone.
    Extension,
    /// A number of the person: it is added to the inventory, where it isn't there yet, and assigned.
    Number(NumberKind),
    /// Whether somebody is blocked in the other system: `True`, `suspended`, `gesperrt`.
    Blocked,
    /// Whether somebody is active in the other system: `False`, `inactive`, `suspended` are not.
    Enabled,
    /// An extra field of this name (S2.6).
    Extra(ExtraKey),
    /// Passwords, PINs, recovery addresses: never read, shown or written, and no choice of a person.
    Secret,
    /// Not read.
    Ignore,
}

impl Column {
    /// Every meaning that can be chosen without a further name, in the order in which to offer them.
    pub const CHOICES: &'static [Self] = &[
        Self::Ignore,
        Self::Email,
        Self::Mobile,
        Self::Login,
        Self::FullName,
        Self::FirstName,
        Self::LastName,
        Self::Position,
        Self::Licence,
        Self::AddOns,
        Self::Role,
        Self::RoleScope,
        Self::Teams,
        Self::Language,
        Self::TimeZone,
        Self::Country,
        Self::Extension,
        Self::Number(NumberKind::Work),
        Self::Number(NumberKind::Landline),
        Self::Number(NumberKind::Mobile),
        Self::Number(NumberKind::Virtual),
        Self::Number(NumberKind::Group),
        Self::Blocked,
        Self::Enabled,
    ];

    /// The stable code, such as for the value of an option.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Mobile => "mobile",
            Self::Login => "login",
            Self::FullName => "full_name",
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::Position => "position",
            Self::Licence => "licence",
            Self::AddOns => "add_ons",
            Self::Role => "role",
            Self::RoleScope => "role_scope",
            Self::Teams => "teams",
            Self::Language => "language",
            Self::TimeZone => "time_zone",
            Self::Country => "country",
            Self::Extension => "extension",
            Self::Number(NumberKind::Work) => "number_work",
            Self::Number(NumberKind::Landline) => "number_landline",
            Self::Number(NumberKind::Mobile) => "number_mobile",
            Self::Number(NumberKind::Virtual) => "number_virtual",
            Self::Number(NumberKind::Group) => "number_group",
            Self::Blocked => "blocked",
            Self::Enabled => "enabled",
            Self::Extra(_) => "extra",
            Self::Secret => "secret",
            Self::Ignore => "ignore",
        }
    }

    /// The meaning with this code; none for `extra`, which needs a name, for `secret`, and for unknown codes.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::CHOICES.iter().find(|column| column.code() == code).cloned()
    }

    /// What Rollcall itself writes above such a column; it is recognised on import, whatever extra information is called.
    pub fn heading(&self) -> Cow<'_, str> {
        let heading = match self {
            Self::Email => "E-mail",
            Self::Mobile => "Log-in mobile",
            Self::Login => "Log-in name",
            Self::FullName => "Name",
            Self::FirstName => "First name",
            Self::LastName => "Last name",
            Self::Position => "Position",
            Self::Licence => "Licence",
            Self::AddOns => "Add-ons",
            Self::Role => "Roles",
            Self::RoleScope => "Role holds in",
            Self::Teams => "Teams",
            Self::Language => "Language",
            Self::TimeZone => "Time zone",
            Self::Country => "Country",
            Self::Extension => "Extension",
            Self::Number(NumberKind::Work) => "Assigned work number",
            Self::Number(NumberKind::Landline) => "Assigned landline number",
            Self::Number(NumberKind::Mobile) => "Assigned mobile number",
            Self::Number(NumberKind::Virtual) => "Assigned virtual number",
            Self::Number(NumberKind::Group) => "Assigned group number",
            Self::Blocked => "Blocked",
            Self::Enabled => "Active",
            Self::Extra(key) => return format!("{EXTRA}{key}").into(),
            Self::Secret | Self::Ignore => "",
        };
        heading.into()
    }

    /// What a user can be known by.
    pub(super) const IDENTIFIERS: &'static [Self] = &[Self::Email, Self::Mobile, Self::Login];

    /// The field of somebody who is here that such a column can update; none for rights and what people are known by.
    pub fn updates(&self) -> Option<Self> {
        match self {
            Self::FirstName | Self::LastName => Some(Self::FullName),
            Self::FullName
            | Self::Position
            | Self::Licence
            | Self::AddOns
            | Self::Teams
            | Self::Language
            | Self::TimeZone
            | Self::Country
            | Self::Extension
            | Self::Number(_)
            | Self::Extra(_) => Some(self.clone()),
            Self::Email
            | Self::Mobile
            | Self::Login
            | Self::Role
            | Self::RoleScope
            | Self::Blocked
            | Self::Enabled
            | Self::Secret
            | Self::Ignore => None,
        }
    }

    /// Whether several columns may have this meaning; their names are put together.
    pub(super) const fn repeats(&self) -> bool {
        matches!(
            self,
            Self::Ignore | Self::Secret | Self::Teams | Self::AddOns | Self::Blocked | Self::Enabled | Self::Number(_)
        )
    }

    /// Whether its cells are read.
    pub const fn is_read(&self) -> bool {
        !matches!(self, Self::Ignore | Self::Secret)
    }
}
