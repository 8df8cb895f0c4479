//! An old form that no version ever had, so that the tests have one to read.

use crate::{id::ContactId, model, value::FullName, value::PhoneNumber};
use serde::{Deserialize, Serialize};

/// As if a contact had had a single number once.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct EditContact {
    pub id: ContactId,
    pub name: FullName,
    pub number: PhoneNumber,
}

impl From<EditContact> for super::Command {
    fn from(EditContact { id, name, number }: EditContact) -> Self {
        let contact = model::Contact { id, name, company: None, numbers: vec![number], email: None };
        crate::command::EditContact { contact }.into()
    }
}

mod tests {
    use super::*;
    use crate::{
        Command, Timestamp,
        command::{COMMAND_VERSION, StoredVerb, Versioned},
        id::{CommandId, DeviceId},
        record,
        sync::{Envelope, Seq},
    };
    use serde::{Serializer, de::DeserializeSeed};

    /// A command as an old page wrote it.
    struct Old(EditContact);

    impl Serialize for Old {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_newtype_variant("Command", StoredVerb::EditContact as u32, "edit_contact", &self.0)
        }
    }

    #[derive(Serialize)]
    struct OldEnvelope {
        device: DeviceId,
        seq: Seq,
        id: CommandId,
        version: u16,
        claimed: Timestamp,
        command: Old,
    }

    fn old() -> EditContact {
        EditContact {
            id: ContactId::fixed(7),
            name: FullName::parse("Ina").unwrap(),
            number: PhoneNumber::parse("+442071838750").unwrap(),
        }
    }

    fn envelope(version: u16) -> OldEnvelope {
        let (device, id) = (DeviceId::fixed(1), CommandId::fixed(2));
        OldEnvelope { device, seq: Seq(3), id, version, claimed: Timestamp(4), command: Old(old()) }
    }

    fn today() -> Envelope {
        let (device, id) = (DeviceId::fixed(1), CommandId::fixed(2));
        let (claimed, command) = (Timestamp(4), old().into());
        Envelope { device, seq: Seq(3), id, version: COMMAND_VERSION, claimed, command, seen: None }
    }

    #[test]
    fn an_old_outbox_row_is_read_as_what_it_means_today() {
        let stored = record::encode(&envelope(0));
        assert_eq!(record::decode::<Envelope>(&stored), Ok(today()));
        // What is written from now on is of today's form, and says so.
        assert_eq!(record::decode::<Envelope>(&record::encode(&today())), Ok(today()));
        // Read as today's, the old bytes would be something else, or nothing.
        assert!(record::decode::<Envelope>(&record::encode(&envelope(1))).is_err());
    }

    #[test]
    fn json_too_when_the_version_stands_before_the_command() {
        let json = serde_json::to_string(&envelope(0)).unwrap();
        assert_eq!(serde_json::from_str::<Envelope>(&json).unwrap(), today());
        let value = serde_json::to_value(today()).unwrap();
        assert_eq!(serde_json::from_value::<Envelope>(value).unwrap(), today());
        let late = r#"{"command":{"end_sessions":{"user":"00000000-0000-0000-0000-000000000001"}},"version":0,
            "device":"00000000-0000-0000-0000-000000000001","seq":1,
            "id":"00000000-0000-0000-0000-000000000001","claimed":0}"#;
        let error = serde_json::from_str::<Envelope>(late).unwrap_err().to_string();
        assert!(error.contains("before the command"), "{error}");
        assert!(
            serde_json::from_str::<Envelope>(&late.replace("\"version\":0", &format!("\"version\":{COMMAND_VERSION}")))
                .is_ok()
        );
    }

    #[test]
    fn a_later_version_is_told_as_such() {
        let json = serde_json::to_string(&envelope(COMMAND_VERSION + 1)).unwrap();
        let error = serde_json::from_str::<Envelope>(&json).unwrap_err().to_string();
        assert!(error.contains("later than"), "{error}");
        assert!(record::decode::<Envelope>(&record::encode(&envelope(COMMAND_VERSION + 1))).is_err());
    }

    #[test]
    fn verbs_that_did_not_change_are_read_as_ever() {
        let command: Command = crate::command::EndSessions { user: crate::id::UserId::fixed(5) }.into();
        let json = serde_json::to_value(&command).unwrap();
        assert_eq!(Versioned(0).deserialize(json.clone()).unwrap(), command);
        assert_eq!(serde_json::from_value::<Command>(json).unwrap(), command);
    }
}
