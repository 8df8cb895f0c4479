//! Give a user a number (S0.3, S2.8, S3.5).

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
    model::Number,
    refusal::{Refusal, Refusals, Subject},
    value::PhoneNumber,
};
use serde::{Deserialize, Serialize};

/// Assign a free number. Needs `number.assign` over the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AssignNumber {
    pub number: PhoneNumber,
    pub user: UserId,
}

impl Intent for AssignNumber {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn offered(directory: &Directory, context: &Context, about: &Key) -> Option<Start> {
        let Key::User(user) = *about else { return None };
        let permission = guard::telephony(directory, user, Permission::NumberAssign);
        Some(Start::blank(guard::manage(directory, context, user, permission)))
    }

    fn erased(self, user: UserId, _held: bool) -> Self {
        if self.user == user { Self { number: PhoneNumber::NOBODYS, ..self } } else { self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let permission = guard::telephony(directory, self.user, Permission::NumberAssign);
        let (user, _) = guard::manage(directory, context, self.user, permission)?;
        let number = directory.number(self.number).ok_or(Refusal::Unknown(Subject::Number))?;
        let taken = guard::number_free(directory, number.number, user.id, context.now);
        unless(taken.into_iter().collect(), || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Number(Number { holder: Some(user.id), quarantine_until: None, ..number.clone() }));
            draft.done()
        })
    }
}
