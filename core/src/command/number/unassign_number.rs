//! Take a number back from its holder.

use crate::command::{Decision, Intent, Standing, Start, draft::Draft, guard};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    refusal::{Refusal, Refusals, Subject},
    value::PhoneNumber,
};
use serde::{Deserialize, Serialize};

/// Assigned → in quarantine, so that old callers do not reach a stranger. Needs `number.assign` over the holder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnassignNumber {
    pub number: PhoneNumber,
}

impl Intent for UnassignNumber {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn offered(directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::Number(number) = *about else { return None };
        directory.number(number)?.holder.map(|_| Start::ready(Self { number }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let organisation = guard::organisation(directory)?;
        guard::seen(directory, context, Key::Number(self.number), Subject::Number)?;
        let number = directory.number(self.number).ok_or(Refusal::Unknown(Subject::Number))?;
        let Some(holder) = number.holder else {
            guard::everywhere(directory, context, Permission::NumberAssign)?;
            return Err(Refusal::NothingToChange.into());
        };
        let permission = guard::telephony(directory, holder, Permission::NumberAssign);
        guard::manage(directory, context, holder, permission)?;
        let mut draft = Draft::new(directory);
        draft.put(Record::Number(number.given_back(organisation.policy.quarantine_days, context.now)));
        guard::stop_showing(&mut draft, holder, number.number);
        draft.done()
    }
}
