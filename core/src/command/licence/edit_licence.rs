//! Change the name or the seats of a plan or an add-on.

use crate::command::{
    Decision, Intent, Standing,
    draft::{Draft, unless},
    guard,
    merge::Merger,
};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::{LicenceId, UserId},
    model::Licence,
    refusal::{Field, Refusal, Refusals, Subject},
    value::LicenceName,
};
use serde::{Deserialize, Serialize};

/// Replace name and seats; never fewer seats than are taken (invariant 5). Needs `billing.manage`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EditLicence {
    pub licence: LicenceId,
    pub name: LicenceName,
    pub seats: Option<u32>,
}

impl Intent for EditLicence {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn needs(&self) -> Vec<Key> {
        vec![Key::Licence(self.licence)]
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::Licence(self.licence))
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let Key::Licence(licence) = *about else { return None };
        let record = directory.licence(licence)?;
        Some(Self { licence, name: record.name.clone(), seats: record.seats })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        merger.field(&mut self.name, &seen.name, &now.name, Field::Name);
        merger.field(&mut self.seats, &seen.seats, &now.seats, Field::Seats);
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::everywhere(directory, context, Permission::BillingManage)?;
        let Some(licence) = directory.licence(self.licence) else {
            return Err(Refusal::Unknown(Subject::Licence).into());
        };
        let mut refusals = Vec::new();
        let taken = directory.seats_taken(licence.id);
        if self.seats.is_some_and(|seats| seats < taken) {
            refusals.push(Refusal::SeatsInUse { taken });
        }
        let folded = self.name.folded();
        // What it is called it may keep, though another bears the name: an earlier version told the two apart.
        if folded != licence.name.folded() && directory.licences().any(|other| other.name.folded() == folded) {
            refusals.push(Refusal::NameTaken);
        }
        let after = Licence { name: self.name.clone(), seats: self.seats, ..licence.clone() };
        if after == *licence {
            refusals.push(Refusal::NothingToChange);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Licence(after));
            draft.done()
        })
    }
}
