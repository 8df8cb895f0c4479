//! Edit a phone (S4.10).

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
    model::Phone,
    refusal::{Field, Refusal, Refusals, Subject},
};
use serde::{Deserialize, Serialize};

/// Replace model, hardware address and line. Needs `device.manage` over the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EditPhone {
    pub phone: Phone,
}

impl Intent for EditPhone {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.phone.user)
    }

    fn needs(&self) -> Vec<Key> {
        vec![Key::Phone(self.phone.id), Key::User(self.phone.user)]
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::Phone(self.phone.id))
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let Key::Phone(phone) = *about else { return None };
        Some(Self { phone: directory.phone(phone)?.clone() })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        let (mine, seen, now) = (&mut self.phone, &seen.phone, &now.phone);
        merger.field(&mut mine.model, &seen.model, &now.model, Field::PhoneModel);
        merger.field(&mut mine.mac, &seen.mac, &now.mac, Field::MacAddress);
        merger.field(&mut mine.line, &seen.line, &now.line, Field::Extension);
    }

    fn erased(self, user: UserId, _held: bool) -> Self {
        if self.phone.user == user { Self { phone: self.phone.erased() } } else { self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let permission = guard::telephony(directory, self.phone.user, Permission::DeviceManage);
        guard::manage(directory, context, self.phone.user, permission)?;
        let mut refusals = guard::phone(directory, &self.phone);
        match directory.phone(self.phone.id) {
            Some(before) if before.user != self.phone.user => refusals.push(Refusal::Unknown(Subject::Phone)),
            Some(before) if *before == self.phone => refusals.push(Refusal::NothingToChange),
            Some(_) => {}
            None => refusals.push(Refusal::Unknown(Subject::Phone)),
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Phone(self.phone.clone()));
            draft.done()
        })
    }
}
