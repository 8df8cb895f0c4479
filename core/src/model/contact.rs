//! Shared contacts: people outside, seen by every user (S4.4).

use crate::{
    id::ContactId,
    value::{Email, FullName, OrganisationName, PhoneNumber, few},
};
use serde::{Deserialize, Serialize};

/// A shared contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Contact {
    pub id: ContactId,
    pub name: FullName,
    pub company: Option<OrganisationName>,
    #[serde(deserialize_with = "few")]
    pub numbers: Vec<PhoneNumber>,
    pub email: Option<Email>,
}
