//! What a column of a file of contacts holds.

use crate::transfer::column::Column;
use serde::{Deserialize, Serialize};

/// The meaning of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactColumn {
    /// The whole name. A row without any is called by its company.
    Name,
    /// Joined with [`ContactColumn::LastName`] where a row has no whole name.
    FirstName,
    LastName,
    Company,
    /// Phone numbers; several columns may hold some, and a cell several, separated by semicolons or line breaks.
    Number,
    Email,
    /// An ISO 3166 code or a name, by which numbers are completed.
    Country,
    /// Never read, shown or written, and no choice of a person.
    Secret,
    /// Not read.
    Ignore,
}

impl ContactColumn {
    /// Every meaning that can be chosen, in the order in which to offer them.
    pub const CHOICES: &'static [Self] = &[
        Self::Ignore,
        Self::Name,
        Self::FirstName,
        Self::LastName,
        Self::Company,
        Self::Number,
        Self::Email,
        Self::Country,
    ];

    /// The stable code, such as for the value of an option.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::Company => "company",
            Self::Number => "number",
            Self::Email => "email",
            Self::Country => "country",
            Self::Secret => "secret",
            Self::Ignore => "ignore",
        }
    }

    /// What is chosen by its code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::CHOICES.iter().find(|column| column.code() == code).copied()
    }

    /// What Rollcall itself writes above such a column; it is recognised on import.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Name => "Name",
            Self::FirstName => "First name",
            Self::LastName => "Last name",
            Self::Company => "Company",
            Self::Number => "Phone",
            Self::Email => "E-mail",
            Self::Country => "Country",
            Self::Secret | Self::Ignore => "",
        }
    }

    /// What a column of users is among contacts.
    pub(in crate::transfer) const fn of(column: &Column) -> Option<Self> {
        match column {
            Column::FullName => Some(Self::Name),
            Column::FirstName => Some(Self::FirstName),
            Column::LastName => Some(Self::LastName),
            Column::Email => Some(Self::Email),
            Column::Mobile | Column::Number(_) => Some(Self::Number),
            Column::Country => Some(Self::Country),
            Column::Secret => Some(Self::Secret),
            _ => None,
        }
    }

    /// Whether several columns may have this meaning.
    pub(super) const fn repeats(self) -> bool {
        matches!(self, Self::Number | Self::Secret | Self::Ignore)
    }

    /// Whether its cells are read.
    pub const fn is_read(self) -> bool {
        !matches!(self, Self::Secret | Self::Ignore)
    }
}
