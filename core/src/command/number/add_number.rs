//! Add a number to the inventory.

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
    model::{Number, NumberKind},
    refusal::{Refusal, Refusals},
    value::PhoneNumber,
};
use serde::{Deserialize, Serialize};

/// Put a free number into stock. Needs `number.assign` in the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AddNumber {
    pub number: PhoneNumber,
    pub kind: NumberKind,
}

impl Intent for AddNumber {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn offered(directory: &Directory, context: &Context, about: &Key) -> Option<Start> {
        matches!(about, Key::Organisation)
            .then(|| Start::blank(guard::everywhere(directory, context, Permission::NumberAssign)))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::everywhere(directory, context, Permission::NumberAssign)?;
        let exists = directory.number(self.number).map(|_| Refusal::NumberExists);
        unless(exists.into_iter().collect(), || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Number(Number::new(self.number, self.kind)));
            draft.done()
        })
    }
}
