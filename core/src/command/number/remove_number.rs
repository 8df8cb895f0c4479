//! Take a number out of the inventory.

use crate::command::{
    Decision, Intent, Standing, Start,
    draft::{Draft, unless},
    guard, size,
};
use crate::{
    access::Permission,
    change::Key,
    context::Context,
    directory::Directory,
    id::UserId,
    model::Target,
    refusal::{Refusal, Refusals, Subject},
    value::PhoneNumber,
};
use serde::{Deserialize, Serialize};

/// Remove a number that nobody holds and no calls are sent to. Needs `number.assign` in the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RemoveNumber {
    pub number: PhoneNumber,
}

impl Intent for RemoveNumber {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn offered(_directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::Number(number) = *about else { return None };
        Some(Start::ready(Self { number }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::everywhere(directory, context, Permission::NumberAssign)?;
        let number = directory.number(self.number).ok_or(Refusal::Unknown(Subject::Number))?;
        let held = number.holder.map(|_| Refusal::NumberTaken);
        let by: Vec<Key> = directory.routed_to(Target::Number(number.number)).collect();
        let routed = (!by.is_empty()).then_some(Refusal::RoutedTo { by });
        let many = size::too_many(1 + size::count(directory.users_showing(number.number)));
        unless(held.into_iter().chain(routed).chain(many).collect(), || {
            let mut draft = Draft::new(directory);
            draft.remove(Key::Number(number.number));
            for user in directory.users_showing(number.number) {
                guard::stop_showing(&mut draft, user, number.number);
            }
            draft.done()
        })
    }
}
