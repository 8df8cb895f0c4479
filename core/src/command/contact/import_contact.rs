//! Add a shared contact from a row of an import (S4.4): as by hand, and told apart from that in the audit log.

use super::AddContact;
use crate::{
    change::Key,
    command::{Decision, Intent, Standing, Start},
    context::Context,
    directory::Directory,
    id::UserId,
    model::Contact,
    refusal::Refusals,
};
use serde::{Deserialize, Serialize};

/// Make the contact of one row of an import. Needs `contacts.shared`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ImportContact {
    pub contact: Contact,
}

impl Intent for ImportContact {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn makes(&self) -> Option<Key> {
        Some(Key::Contact(self.contact.id))
    }

    fn offered(_directory: &Directory, _context: &Context, _about: &Key) -> Option<Start> {
        // Whoever adds contacts imports them.
        None
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        AddContact { contact: self.contact.clone() }.decide(directory, context)
    }
}
