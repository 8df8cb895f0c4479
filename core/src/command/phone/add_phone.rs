//! Add a phone to a user (S4.10).

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
    model::Phone,
    refusal::{Refusal, Refusals},
};
use serde::{Deserialize, Serialize};

/// Make a phone. Needs `device.manage` over the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AddPhone {
    pub phone: Phone,
}

impl Intent for AddPhone {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.phone.user)
    }

    fn makes(&self) -> Option<Key> {
        Some(Key::Phone(self.phone.id))
    }

    fn needs(&self) -> Vec<Key> {
        vec![Key::User(self.phone.user)]
    }

    fn offered(directory: &Directory, context: &Context, about: &Key) -> Option<Start> {
        let Key::User(user) = *about else { return None };
        let permission = guard::telephony(directory, user, Permission::DeviceManage);
        Some(Start::blank(guard::manage(directory, context, user, permission)))
    }

    fn erased(self, user: UserId, _held: bool) -> Self {
        if self.phone.user == user { Self { phone: self.phone.erased() } } else { self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let permission = guard::telephony(directory, self.phone.user, Permission::DeviceManage);
        guard::manage(directory, context, self.phone.user, permission)?;
        let mut refusals = guard::phone(directory, &self.phone);
        if directory.phone(self.phone.id).is_some() {
            refusals.push(Refusal::IdInUse);
        }
        if directory.phones_of(self.phone.user).count() >= 20 {
            refusals.push(Refusal::TooMany { max: 20 });
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Phone(self.phone.clone()));
            draft.done()
        })
    }
}
