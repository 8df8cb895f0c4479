//! Names that people give to people and things: one line, NFC, no control and no invisible characters.

use super::{
    fold,
    text::{line, text_type},
};

text_type!(
    /// A person's full name, 1–128 characters.
    FullName,
    |text| line(text, 128)
);
text_type!(
    /// An organisation's name, 1–128 characters, shown as the current client space (S1.2).
    OrganisationName,
    |text| line(text, 128)
);
text_type!(
    /// A job title, at most 64 characters (S3.6).
    Position,
    |text| line(text, 64)
);
text_type!(
    /// A team's name, 1–80 characters, unique in its organisation.
    TeamName,
    |text| line(text, 80)
);
text_type!(
    /// A role's name, 1–80 characters, unique in its organisation.
    RoleName,
    |text| line(text, 80)
);
text_type!(
    /// The name of a plan or an add-on, 1–80 characters.
    LicenceName,
    |text| line(text, 80)
);
text_type!(
    /// A channel's name, 1–80 characters, unique in its team.
    ChannelName,
    |text| line(text, 80)
);
text_type!(
    /// The make and model of a phone, 1–80 characters.
    PhoneModel,
    |text| line(text, 80)
);
text_type!(
    /// What a number is called in the inventory, such as "Front desk", 1–64 characters.
    NumberLabel,
    |text| line(text, 64)
);
text_type!(
    /// What a holiday is called, 1–64 characters.
    HolidayName,
    |text| line(text, 64)
);
text_type!(
    /// What a role is for, 1–256 characters.
    Description,
    |text| line(text, 256)
);
text_type!(
    /// The name of an extra field, 1–40 characters (S2.6).
    ExtraKey,
    |text| line(text, 40)
);
text_type!(
    /// The content of an extra field, 1–256 characters.
    ExtraValue,
    |text| line(text, 256)
);

impl FullName {
    /// Stands where a name was erased.
    pub(crate) fn erased() -> Self {
        Self("Erased".into())
    }

    /// The form in which names are searched and sorted.
    pub fn folded(&self) -> String {
        fold(self.as_str())
    }
}

impl OrganisationName {
    /// The form in which names are sorted.
    pub fn folded(&self) -> String {
        fold(self.as_str())
    }
}

impl LicenceName {
    /// The form in which names are compared.
    pub fn folded(&self) -> String {
        fold(self.as_str())
    }
}

impl ChannelName {
    /// The form in which names are compared.
    pub fn folded(&self) -> String {
        fold(self.as_str())
    }
}

impl TeamName {
    /// The form in which names are compared.
    pub fn folded(&self) -> String {
        fold(self.as_str())
    }
}

impl RoleName {
    /// The form in which names are compared.
    pub fn folded(&self) -> String {
        fold(self.as_str())
    }
}
