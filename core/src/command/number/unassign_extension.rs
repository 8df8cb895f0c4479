//! Take the extension from a user (S1.10).

use crate::command::{Decision, Intent, Standing, Start, draft::Draft, guard};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Phone, User},
    refusal::{Refusal, Refusals},
};
use serde::{Deserialize, Serialize};

/// Free the extension; phones keep no line. Needs `number.assign` over the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnassignExtension {
    pub user: UserId,
}

impl Intent for UnassignExtension {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn offered(directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::User(user) = *about else { return None };
        let record = directory.user(user)?;
        record.line.is_some().then(|| Start::ready(Self { user }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let permission = guard::telephony(directory, self.user, Permission::NumberAssign);
        let (user, _) = guard::manage(directory, context, self.user, permission)?;
        let Some(before) = &user.line else {
            return Err(Refusal::NoExtension.into());
        };
        let mut draft = Draft::new(directory);
        draft.put(Record::User(User { line: None, ..user.clone() }));
        for phone in directory.phones_of(user.id).filter(|phone| phone.line.as_ref() == Some(&before.extension)) {
            // The phone that came with the extension goes with it; one that somebody described stays.
            if phone.model.is_none() && phone.mac.is_none() {
                draft.remove(Key::Phone(phone.id));
            } else {
                draft.put(Record::Phone(Phone { line: None, ..phone.clone() }));
            }
        }
        draft.done()
    }
}
