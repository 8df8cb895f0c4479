//! How a command ended, and which fields were kept out of it.

use crate::{
    id::UserId,
    refusal::{Field, FieldPath, Refusals},
    time::Timestamp,
    value::ExtraKey,
};
use serde::{Deserialize, Serialize};

/// How a command ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(from = "Told", into = "Told")]
pub enum Outcome {
    /// Done, in this version of the tenant.
    Applied { version: u64 },
    /// Not done. Its sequence number is used up all the same, so nothing jams.
    Refused { refusals: Refusals },
    /// The same device sent another command under this number before (a cloned profile): set apart, never applied. The
    /// device goes on under another name ([`super::Replica::rename`]).
    Clashed,
    /// Done, in this version of the tenant, save for these fields: somebody else changed them since the author saw them, to
    /// something else than the author wants. They stay as they are until the author decides. Since version
    /// [`TELLS_MERGED`](super::TELLS_MERGED).
    Merged { version: u64, kept: Vec<Kept> },
}

impl Outcome {
    /// Of what was done, with these fields kept out.
    pub fn of_edit(version: u64, kept: Vec<FieldPath>) -> Self {
        match kept.is_empty() {
            true => Self::Applied { version },
            false => Self::Merged { version, kept: kept.into_iter().map(Kept::from).collect() },
        }
    }
}

/// A field that was kept out of an edit, and who had changed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Kept {
    pub field: Field,
    /// Which entry of the extra information it is. None for other fields, and where an earlier version told it.
    pub key: Option<ExtraKey>,
    /// None when it was no user, or too long ago to be looked up.
    pub by: Option<UserId>,
    /// None when it was too long ago to be looked up.
    pub at: Option<Timestamp>,
}

impl Kept {
    /// Which field it is.
    pub fn path(&self) -> FieldPath {
        FieldPath { field: self.field, key: self.key.clone() }
    }
}

impl From<FieldPath> for Kept {
    fn from(FieldPath { field, key }: FieldPath) -> Self {
        Self { field, key, by: None, at: None }
    }
}

/// An outcome as it is told and stored: what an earlier version reads is written as that one wrote it.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
enum Told {
    /// Done, in this version of the tenant.
    Applied { version: u64 },
    /// Not done, for these reasons.
    Refused { refusals: Refusals },
    /// Another command has the number.
    Clashed,
    /// Done save for these fields, which others changed.
    Merged { version: u64, kept: Vec<KeptField> },
    /// The same, of entries of the extra information too. Since version 8 of the protocol.
    MergedEntries { version: u64, kept: Vec<Kept> },
}

/// A field that was kept out of an edit, and who had changed it.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct KeptField {
    field: Field,
    /// None when it was no user, or too long ago to be looked up.
    by: Option<UserId>,
    /// None when it was too long ago to be looked up.
    at: Option<Timestamp>,
}

impl From<Told> for Outcome {
    fn from(told: Told) -> Self {
        match told {
            Told::Applied { version } => Self::Applied { version },
            Told::Refused { refusals } => Self::Refused { refusals },
            Told::Clashed => Self::Clashed,
            Told::Merged { version, kept } => {
                let kept = kept.into_iter().map(|KeptField { field, by, at }| Kept { field, key: None, by, at });
                Self::Merged { version, kept: kept.collect() }
            }
            Told::MergedEntries { version, kept } => Self::Merged { version, kept },
        }
    }
}

impl From<Outcome> for Told {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Applied { version } => Self::Applied { version },
            Outcome::Refused { refusals } => Self::Refused { refusals },
            Outcome::Clashed => Self::Clashed,
            Outcome::Merged { version, kept } if kept.iter().any(|kept| kept.key.is_some()) => {
                Self::MergedEntries { version, kept }
            }
            Outcome::Merged { version, kept } => {
                let kept = kept.into_iter().map(|Kept { field, by, at, .. }| KeptField { field, by, at });
                Self::Merged { version, kept: kept.collect() }
            }
        }
    }
}
