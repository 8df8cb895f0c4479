//! Plans and add-ons, and how many seats the organisation bought of each.

use crate::{id::LicenceId, value::LicenceName};
use serde::{Deserialize, Serialize};

/// A plan or an add-on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Licence {
    pub id: LicenceId,
    pub kind: LicenceKind,
    pub name: LicenceName,
    /// The seats bought; none means no limit (domain.md, 2.7).
    pub seats: Option<u32>,
}

/// A user has at most one plan, and any number of add-ons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LicenceKind {
    Plan,
    AddOn,
}
