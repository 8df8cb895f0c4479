//! Work that the server refused, or did in part: it is kept with its reason until the person deals with it, and never
//! vanishes.

use super::{Envelope, Kept, Outcome};
use crate::{
    command::{Authored, Command, ImportUser, InviteUser, NewUser, PrepareUser},
    directory::Directory,
    refusal::{FieldPath, Refusal},
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

/// A command that came back refused, or with fields that were kept out of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejected {
    pub envelope: Envelope,
    pub at: Timestamp,
    /// Anything but [`Outcome::Applied`].
    pub outcome: Outcome,
}

/// What a person can do about it, besides discarding it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Keep the user as prepared, without the licence that had no seat left.
    KeepWithoutLicence(Authored),
    /// Issue the same command again.
    Retry(Authored),
    /// Put one's own values where others changed them. Discarding leaves theirs.
    UseMine(Authored),
}

impl Remedy {
    /// The command to issue.
    pub const fn authored(&self) -> &Authored {
        match self {
            Self::KeepWithoutLicence(authored) | Self::Retry(authored) | Self::UseMine(authored) => authored,
        }
    }
}

/// What can be done about it, by how things stand. Discarding is always possible.
pub fn remedies(rejected: &Rejected, directory: &Directory) -> Vec<Remedy> {
    let Envelope { command, seen, .. } = &rejected.envelope;
    match &rejected.outcome {
        Outcome::Merged { kept, .. } => {
            let paths: Vec<FieldPath> = kept.iter().map(Kept::path).collect();
            let insisting = seen.as_ref().and_then(|seen| command.insisting(seen, &paths, directory));
            insisting.map(Remedy::UseMine).into_iter().collect()
        }
        outcome => {
            let again = Authored { command: command.clone(), seen: seen.clone() };
            without_licence(outcome, command).into_iter().chain([Remedy::Retry(again)]).collect()
        }
    }
}

fn without_licence(outcome: &Outcome, command: &Command) -> Option<Remedy> {
    let Outcome::Refused { refusals } = outcome else { return None };
    refusals.iter().find(|refusal| matches!(refusal, Refusal::NoSeatLeft { .. }))?;
    let without = |user: &NewUser| NewUser { licence: None, add_ons: Vec::new(), ..user.clone() };
    Some(Remedy::KeepWithoutLicence(match command {
        Command::PrepareUser(PrepareUser(user)) | Command::InviteUser(InviteUser(user)) => {
            PrepareUser(without(user)).into()
        }
        Command::ImportUser(ImportUser(user)) => ImportUser(without(user)).into(),
        _ => return None,
    }))
}
