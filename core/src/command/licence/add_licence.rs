//! Add a plan or an add-on to what the organisation has bought, or change its seats.

use crate::command::{
    Decision, Intent, Standing, Start,
    draft::{Draft, unless},
    guard,
};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::Licence,
    refusal::{Refusal, Refusals},
};
use serde::{Deserialize, Serialize};

/// Put a licence into the organisation's stock. Needs `billing.manage`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct AddLicence(pub Licence);

impl Intent for AddLicence {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn makes(&self) -> Option<Key> {
        Some(Key::Licence(self.0.id))
    }

    fn offered(directory: &Directory, context: &Context, about: &Key) -> Option<Start> {
        matches!(about, Key::Organisation)
            .then(|| Start::blank(guard::everywhere(directory, context, Permission::BillingManage)))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::everywhere(directory, context, Permission::BillingManage)?;
        let mut refusals = Vec::new();
        if directory.licence(self.0.id).is_some() {
            refusals.push(Refusal::IdInUse);
        }
        if directory.licences().any(|licence| licence.name.folded() == self.0.name.folded()) {
            refusals.push(Refusal::NameTaken);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Licence(self.0.clone()));
            draft.done()
        })
    }
}
