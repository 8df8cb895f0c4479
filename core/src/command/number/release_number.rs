//! Let a number go out of quarantine before its time.

use crate::command::{Decision, Intent, Standing, Start, draft::Draft, guard};
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

/// In quarantine → free. Needs `number.assign` in the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReleaseNumber {
    pub number: PhoneNumber,
}

impl Intent for ReleaseNumber {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn offered(directory: &Directory, context: &Context, about: &Key) -> Option<Start> {
        let Key::Number(number) = *about else { return None };
        directory.number(number)?.rests(context.now).then(|| Start::ready(Self { number }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::everywhere(directory, context, Permission::NumberAssign)?;
        let number = directory.number(self.number).ok_or(Refusal::Unknown(Subject::Number))?;
        if !number.rests(context.now) {
            return Err(Refusal::NothingToChange.into());
        }
        let mut draft = Draft::new(directory);
        draft.put(Record::Number(Number { quarantine_until: None, ..number.clone() }));
        draft.done()
    }
}
