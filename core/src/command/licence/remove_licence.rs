//! Take a plan or an add-on out of the stock.

use crate::command::{
    Decision, Intent, Standing, Start,
    draft::{Draft, unless},
    guard,
};
use crate::{
    access::Permission,
    change::Key,
    context::Context,
    directory::Directory,
    id::{LicenceId, UserId},
    refusal::{Refusal, Refusals, Subject},
};
use serde::{Deserialize, Serialize};

/// Remove a licence that nobody has, suspended users included. Needs `billing.manage`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RemoveLicence {
    pub licence: LicenceId,
}

impl Intent for RemoveLicence {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn needs(&self) -> Vec<Key> {
        vec![Key::Licence(self.licence)]
    }

    fn offered(_directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::Licence(licence) = *about else { return None };
        Some(Start::ready(Self { licence }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::everywhere(directory, context, Permission::BillingManage)?;
        let Some(licence) = directory.licence(self.licence) else {
            return Err(Refusal::Unknown(Subject::Licence).into());
        };
        let taken = directory.licensed_users(licence.id);
        let used = (taken > 0).then_some(Refusal::SeatsInUse { taken });
        unless(used.into_iter().collect(), || {
            let mut draft = Draft::new(directory);
            draft.remove(Key::Licence(licence.id));
            draft.done()
        })
    }
}
