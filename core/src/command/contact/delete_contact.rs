//! Delete a shared contact.

use crate::command::{Decision, Intent, Standing, Start, draft::Draft, guard};
use crate::{
    access::Permission,
    change::Key,
    context::Context,
    directory::Directory,
    id::{ContactId, UserId},
    refusal::{Refusal, Refusals, Subject},
};
use serde::{Deserialize, Serialize};

/// Remove a contact. Needs `contacts.shared`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeleteContact {
    pub contact: ContactId,
}

impl Intent for DeleteContact {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn needs(&self) -> Vec<Key> {
        vec![Key::Contact(self.contact)]
    }

    fn offered(_directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::Contact(contact) = *about else { return None };
        Some(Start::ready(Self { contact }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::everywhere(directory, context, Permission::ContactsShared)?;
        if directory.contact(self.contact).is_none() {
            return Err(Refusal::Unknown(Subject::Contact).into());
        }
        let mut draft = Draft::new(directory);
        draft.remove(Key::Contact(self.contact));
        draft.done()
    }
}
