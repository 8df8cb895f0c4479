//! Edit a shared contact (S4.4).

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
    id::UserId,
    model::Contact,
    refusal::{Field, Refusal, Refusals, Subject},
};
use serde::{Deserialize, Serialize};

/// Replace a contact. Needs `contacts.shared`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EditContact {
    pub contact: Contact,
}

impl Intent for EditContact {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn needs(&self) -> Vec<Key> {
        vec![Key::Contact(self.contact.id)]
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::Contact(self.contact.id))
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let Key::Contact(contact) = *about else { return None };
        Some(Self { contact: directory.contact(contact)?.clone() })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        let (mine, seen, now) = (&mut self.contact, &seen.contact, &now.contact);
        merger.field(&mut mine.name, &seen.name, &now.name, Field::Name);
        merger.field(&mut mine.company, &seen.company, &now.company, Field::Company);
        merger.field(&mut mine.email, &seen.email, &now.email, Field::Email);
        merger.set(&mut mine.numbers, &seen.numbers, &now.numbers);
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::everywhere(directory, context, Permission::ContactsShared)?;
        let mut refusals = guard::contact(&self.contact);
        match directory.contact(self.contact.id) {
            Some(before) if *before == self.contact => refusals.push(Refusal::NothingToChange),
            Some(_) => {}
            None => refusals.push(Refusal::Unknown(Subject::Contact)),
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Contact(self.contact.clone()));
            draft.done()
        })
    }
}
