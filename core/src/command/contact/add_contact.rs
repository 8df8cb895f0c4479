//! Add a shared contact (S4.4).

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
    model::Contact,
    refusal::{Refusal, Refusals},
};
use serde::{Deserialize, Serialize};

/// Make a contact that every user sees. Needs `contacts.shared`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AddContact {
    pub contact: Contact,
}

impl Intent for AddContact {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn makes(&self) -> Option<Key> {
        Some(Key::Contact(self.contact.id))
    }

    fn offered(directory: &Directory, context: &Context, about: &Key) -> Option<Start> {
        matches!(about, Key::Organisation)
            .then(|| Start::blank(guard::everywhere(directory, context, Permission::ContactsShared)))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::everywhere(directory, context, Permission::ContactsShared)?;
        let mut refusals = guard::contact(&self.contact);
        if directory.contact(self.contact.id).is_some() {
            refusals.push(Refusal::IdInUse);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Contact(self.contact.clone()));
            draft.done()
        })
    }
}
