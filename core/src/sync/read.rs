//! Reading messages of older versions: the server understands a page that was loaded long ago, and a page the outbox that
//! an older one left.

use super::{
    Cursor, Envelope, Held, PROTOCOL_VERSION, Seq, SyncRequest,
    protocol::{TELLS_HELD, TELLS_SEEN},
};
use crate::{
    command::{COMMAND_VERSION, Command, Versioned},
    id::{CommandId, DeviceId, UserId},
    record,
    time::Timestamp,
};
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer},
};
use std::fmt;

/// The version of the protocol that a request in the stored form is of, readable even when the rest is not.
pub fn protocol_of(bytes: &[u8]) -> Option<u16> {
    record::decode_start(bytes).ok()
}

/// The next field of a sequence.
fn next<'de, A: SeqAccess<'de>, T: Deserialize<'de>>(fields: &mut A, place: usize) -> Result<T, A::Error> {
    fields.next_element()?.ok_or_else(|| A::Error::invalid_length(place, &"more fields"))
}

impl<'de> Deserialize<'de> for Envelope {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const FIELDS: &[&str] = &["device", "seq", "id", "version", "claimed", "command", "seen"];
        deserializer.deserialize_struct("Envelope", FIELDS, EnvelopeVisitor)
    }
}

struct EnvelopeVisitor;

impl<'de> Visitor<'de> for EnvelopeVisitor {
    type Value = Envelope;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a command's envelope")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut fields: A) -> Result<Envelope, A::Error> {
        let (device, seq, id) = (next(&mut fields, 0)?, next(&mut fields, 1)?, next(&mut fields, 2)?);
        let (version, claimed) = (next(&mut fields, 3)?, next(&mut fields, 4)?);
        let command = fields.next_element_seed(Versioned(version))?;
        let command = command.ok_or_else(|| A::Error::invalid_length(5, &"a command"))?;
        let seen = match version < TELLS_SEEN {
            true => None,
            false => fields
                .next_element_seed(Maybe(version))?
                .ok_or_else(|| A::Error::invalid_length(6, &"what was seen"))?,
        };
        Ok(Envelope { device, seq, id, version: COMMAND_VERSION, claimed, command, seen })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Envelope, A::Error> {
        #[derive(Deserialize)]
        #[serde(field_identifier, rename_all = "snake_case")]
        enum Field {
            Device,
            Seq,
            Id,
            Version,
            Claimed,
            Command,
            Seen,
            #[serde(other)]
            Unknown,
        }
        let (mut device, mut seq, mut id, mut version) =
            (None::<DeviceId>, None::<Seq>, None::<CommandId>, None::<u16>);
        let (mut claimed, mut command, mut seen) = (None::<Timestamp>, None::<(Command, u16)>, None::<Command>);
        while let Some(field) = fields.next_key()? {
            match field {
                Field::Device => device = Some(fields.next_value()?),
                Field::Seq => seq = Some(fields.next_value()?),
                Field::Id => id = Some(fields.next_value()?),
                Field::Version => version = Some(fields.next_value()?),
                Field::Claimed => claimed = Some(fields.next_value()?),
                Field::Command => {
                    let version = version.unwrap_or(COMMAND_VERSION);
                    command = Some((fields.next_value_seed(Versioned(version))?, version));
                }
                Field::Seen => seen = fields.next_value_seed(Maybe(version.unwrap_or(COMMAND_VERSION)))?,
                Field::Unknown => drop(fields.next_value::<serde::de::IgnoredAny>()?),
            }
        }
        let missing = A::Error::missing_field;
        let (command, read_as) = command.ok_or_else(|| missing("command"))?;
        if version.ok_or_else(|| missing("version"))? != read_as {
            return Err(A::Error::custom("the version must stand before the command"));
        }
        Ok(Envelope {
            device: device.ok_or_else(|| missing("device"))?,
            seq: seq.ok_or_else(|| missing("seq"))?,
            id: id.ok_or_else(|| missing("id"))?,
            version: COMMAND_VERSION,
            claimed: claimed.ok_or_else(|| missing("claimed"))?,
            command,
            seen,
        })
    }
}

/// A command of this version, or none.
struct Maybe(u16);

impl<'de> DeserializeSeed<'de> for Maybe {
    type Value = Option<Command>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Command>, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Maybe {
    type Value = Option<Command>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a command, or none")
    }

    fn visit_none<E: Error>(self) -> Result<Option<Command>, E> {
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Option<Command>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Command>, D::Error> {
        Versioned(self.0).deserialize(deserializer).map(Some)
    }
}

impl<'de> Deserialize<'de> for SyncRequest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const FIELDS: &[&str] = &["protocol", "user", "device", "cursor", "commands", "held"];
        deserializer.deserialize_struct("SyncRequest", FIELDS, RequestVisitor)
    }
}

struct RequestVisitor;

impl<'de> Visitor<'de> for RequestVisitor {
    type Value = SyncRequest;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a request to sync")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut fields: A) -> Result<SyncRequest, A::Error> {
        let protocol = next(&mut fields, 0)?;
        if protocol > PROTOCOL_VERSION {
            return Err(A::Error::custom("a later version of the protocol"));
        }
        let (user, device, cursor) = (next(&mut fields, 1)?, next(&mut fields, 2)?, next(&mut fields, 3)?);
        let commands = next(&mut fields, 4)?;
        let held = if protocol < TELLS_HELD { None } else { next(&mut fields, 5)? };
        Ok(SyncRequest { protocol, user, device, cursor, commands, held })
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<SyncRequest, A::Error> {
        #[derive(Deserialize)]
        struct Named {
            protocol: u16,
            user: UserId,
            device: DeviceId,
            cursor: Option<Cursor>,
            commands: Vec<Envelope>,
            held: Option<Held>,
        }
        let Named { protocol, user, device, cursor, commands, held } =
            Named::deserialize(MapAccessDeserializer::new(fields))?;
        Ok(SyncRequest { protocol, user, device, cursor, commands, held })
    }
}
