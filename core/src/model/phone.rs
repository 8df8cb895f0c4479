//! Phones: the devices that ring for a user (S4.9). A phone's SIP secret lives only on the server.

use crate::{
    id::{PhoneId, UserId},
    value::{Extension, MacAddress, PhoneModel},
};
use serde::{Deserialize, Serialize};

/// A phone of a user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Phone {
    pub id: PhoneId,
    pub user: UserId,
    /// None for the phone that an extension brought with it, until somebody says what it is.
    pub model: Option<PhoneModel>,
    pub mac: Option<MacAddress>,
    /// The extension that it rings for.
    pub line: Option<Extension>,
}

impl Phone {
    /// The same without what tells whose it is, but for the id.
    #[must_use]
    pub(crate) fn erased(self) -> Self {
        Self { model: None, mac: None, line: None, ..self }
    }
}
