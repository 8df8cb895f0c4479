//! Delete a phone (S4.10).

use crate::command::{Decision, Intent, Standing, Start, draft::Draft, guard};
use crate::{
    access::Permission,
    change::Key,
    context::Context,
    directory::Directory,
    id::{PhoneId, UserId},
    refusal::{Refusal, Refusals, Subject},
};
use serde::{Deserialize, Serialize};

/// Remove a phone; its SIP secret is forgotten. Needs `device.manage` over the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeletePhone {
    pub phone: PhoneId,
}

impl Intent for DeletePhone {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn needs(&self) -> Vec<Key> {
        vec![Key::Phone(self.phone)]
    }

    fn offered(_directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::Phone(phone) = *about else { return None };
        Some(Start::ready(Self { phone }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::seen(directory, context, Key::Phone(self.phone), Subject::Phone)?;
        let phone = directory.phone(self.phone).ok_or(Refusal::Unknown(Subject::Phone))?;
        let permission = guard::telephony(directory, phone.user, Permission::DeviceManage);
        guard::manage(directory, context, phone.user, permission)?;
        let mut draft = Draft::new(directory);
        draft.remove(Key::Phone(phone.id));
        draft.done()
    }
}
