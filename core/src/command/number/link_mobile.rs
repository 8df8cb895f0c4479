//! Link a landline to a mobile, so that both ring: a "mobile extension" (S2.8).

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
    refusal::{Refusal, Refusals, Subject},
    value::PhoneNumber,
};
use serde::{Deserialize, Serialize};

/// Set or clear the linked mobile. Needs `number.assign` over the holder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LinkMobile {
    pub number: PhoneNumber,
    pub mobile: Option<PhoneNumber>,
}

impl Intent for LinkMobile {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn offered(directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::Number(number) = *about else { return None };
        let record = directory.number(number)?;
        let fits = record.kind == NumberKind::Landline;
        fits.then(|| Start::form(Self { number, mobile: record.linked_mobile }))
    }

    fn erased(self, _user: UserId, held: bool) -> Self {
        if held { Self { mobile: None, ..self } } else { self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::seen(directory, context, Key::Number(self.number), Subject::Number)?;
        let number = directory.number(self.number).ok_or(Refusal::Unknown(Subject::Number))?;
        match number.holder {
            Some(holder) => {
                let permission = guard::telephony(directory, holder, Permission::NumberAssign);
                guard::manage(directory, context, holder, permission)?;
            }
            None => drop(guard::everywhere(directory, context, Permission::NumberAssign)?),
        }
        let mut refusals = Vec::new();
        let other = self.mobile.and_then(|mobile| directory.number(mobile));
        let wrong = self.mobile.is_some() && number.kind != NumberKind::Landline;
        if wrong || self.mobile == Some(number.number) || other.is_some_and(|other| other.kind != NumberKind::Mobile) {
            refusals.push(Refusal::NotAMobile);
        }
        if other.is_some_and(|other| other.holder.is_some() && other.holder != number.holder) {
            refusals.push(Refusal::NumberTaken);
        }
        if number.linked_mobile == self.mobile {
            refusals.push(Refusal::NothingToChange);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Number(Number { linked_mobile: self.mobile, ..*number }));
            draft.done()
        })
    }
}
