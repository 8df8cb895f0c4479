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
    /// Where roles hold that are given in teams, or everywhere, when the row doesn't say.
    pub roles: RolesHold,
}

/// Where roles hold that are given in teams, or everywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RolesHold {
    /// In the team of the row; one with several teams, or none, has to say where.
    #[default]
    OneTeam,
    /// In each team of the row.
    Teams,
    /// In the organisation, as far as the role can be given there.
    Everywhere,
}

impl RolesHold {
    /// All of them, in the order in which to offer them.
    pub const ALL: [Self; 3] = [Self::OneTeam, Self::Teams, Self::Everywhere];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OneTeam => "one_team",
            Self::Teams => "teams",
            Self::Everywhere => "everywhere",
        }
    }
}

impl Default for ImportOptions {
    fn default() -> Self {
        Self {
            unusual: true,
            blocked: false,
            update: Vec::new(),
            licence: None,
            teams: Vec::new(),
            roles: RolesHold::OneTeam,
        }
    }
}
