//! What a person says of an import as a whole, before it is tried.

use super::column::Column;
use crate::id::{LicenceId, TeamId};
use serde::{Deserialize, Serialize};

/// How a file is imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportOptions {
    /// Whether cells are read that are spelled in an unusual way, such as `2301.0` or `English`; else they are to be fixed.
    pub unusual: bool,
    /// Whether people are imported who are blocked where the file comes from; else they are left out, and take nothing.
    pub blocked: bool,
    /// The fields in which people who are here already are updated; nothing of them is where there are none.
    pub update: Vec<Column>,
    /// The plan of everybody new whose row names none.
    pub licence: Option<LicenceId>,
    /// The teams of everybody new whose row names none.
    pub teams: Vec<TeamId>,
}

impl Default for ImportOptions {
    fn default() -> Self {
        Self { unusual: true, blocked: false, update: Vec::new(), licence: None, teams: Vec::new() }
    }
}
