//! Work that the server refused: it is kept with its reason until the person deals with it, and never vanishes.

use super::{Envelope, Outcome};
use crate::{
    command::{Command, ImportUser, InviteUser, NewUser, PrepareUser},
    refusal::Refusal,
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

/// A command that came back refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejected {
    pub envelope: Envelope,
    pub at: Timestamp,
    /// [`Outcome::Refused`] or [`Outcome::Clashed`].
    pub outcome: Outcome,
}

/// What a person can do about refused work, besides discarding it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// Keep the user as prepared, without the licence that had no seat left.
    KeepWithoutLicence(Command),
    /// Issue the same command again.
    Retry(Command),
}

/// What can be done about refused work. Discarding is always possible.
pub fn remedies(rejected: &Rejected) -> Vec<Remedy> {
    let mut remedies = Vec::new();
    if let Outcome::Refused { refusals } = &rejected.outcome
        && refusals.iter().any(|r| matches!(r, Refusal::NoSeatLeft { .. }))
    {
        let without = |user: &NewUser| NewUser { licence: None, add_ons: Vec::new(), ..user.clone() };
        match &rejected.envelope.command {
            Command::PrepareUser(PrepareUser(user)) | Command::InviteUser(InviteUser(user)) => {
                remedies.push(Remedy::KeepWithoutLicence(PrepareUser(without(user)).into()));
            }
            Command::ImportUser(ImportUser(user)) => {
                remedies.push(Remedy::KeepWithoutLicence(ImportUser(without(user)).into()));
            }
            _ => {}
        }
    }
    remedies.push(Remedy::Retry(rejected.envelope.command.clone()));
    remedies
}
