//! Reading commands of older versions. A command may lie in an outbox, a file or the audit log for years; what it said
//! then is read as what it means today. A version whose fields changed has its old forms in a module here, one step a
//! file, and one line in [`read`] for each verb that changed.

use super::{COMMAND_VERSION, Command, StoredVerb};
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, EnumAccess, Error, VariantAccess, Visitor},
};

#[cfg(test)]
mod v0;
mod v1;

/// Reads a command that was written in this version of the format.
#[derive(Clone, Copy, Debug)]
pub struct Versioned(pub u16);

/// Reads the fields of a verb as they were in a version.
fn read<'de, A: VariantAccess<'de>>(version: u16, verb: StoredVerb, fields: A) -> Result<Command, A::Error> {
    match (version, verb) {
        #[cfg(test)]
        (0, StoredVerb::EditContact) => fields.newtype_variant::<v0::EditContact>().map(Command::from),
        (..=1, StoredVerb::LinkMobile) => fields.newtype_variant::<v1::LinkMobile>().map(Command::from),
        _ => verb.read(fields),
    }
}

impl<'de> DeserializeSeed<'de> for Versioned {
    type Value = Command;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Command, D::Error> {
        if self.0 > COMMAND_VERSION {
            return Err(D::Error::custom(format_args!(
                "a command of version {}, later than {COMMAND_VERSION}",
                self.0
            )));
        }
        deserializer.deserialize_enum("Command", StoredVerb::TAGS, self)
    }
}

impl<'de> Visitor<'de> for Versioned {
    type Value = Command;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a command: an object with one key, its verb")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Command, A::Error> {
        let (verb, fields) = data.variant::<StoredVerb>()?;
        read(self.0, verb, fields)
    }
}

impl<'de> Deserialize<'de> for Command {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Versioned(COMMAND_VERSION).deserialize(deserializer)
    }
}
