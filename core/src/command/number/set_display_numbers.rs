//! Choose the numbers that a user may show when it calls, such as a group's (S2.9).

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
    model::{NumberKind, User},
    refusal::{Refusal, Refusals, Subject},
    sort,
    value::{PhoneNumber, few},
};
use serde::{Deserialize, Serialize};

/// Replace the display numbers; each must be its own or a group number. Needs `number.assign` over the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetDisplayNumbers {
    pub user: UserId,
    #[serde(deserialize_with = "few")]
    pub numbers: Vec<PhoneNumber>,
}

impl Intent for SetDisplayNumbers {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::User(self.user))
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let Key::User(user) = *about else { return None };
        Some(Self { user, numbers: directory.user(user)?.display_numbers.clone() })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        merger.set(&mut self.numbers, &seen.numbers, &now.numbers);
    }

    fn erased(self, user: UserId, _held: bool) -> Self {
        if self.user == user { Self { numbers: Vec::new(), ..self } } else { self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let permission = guard::telephony(directory, self.user, Permission::NumberAssign);
        let (user, _) = guard::manage(directory, context, self.user, permission)?;
        let mut numbers = self.numbers.clone();
        sort::ascending(&mut numbers);
        numbers.dedup();
        if numbers.len() > 50 {
            return Err(Refusal::TooMany { max: 50 }.into());
        }
        let mut refusals = Vec::new();
        for number in &numbers {
            match directory.number(*number) {
                Some(number) if number.kind == NumberKind::Group || number.holder == Some(user.id) => {}
                Some(_) => refusals.push(Refusal::NumberTaken),
                None => refusals.push(Refusal::Unknown(Subject::Number)),
            }
        }
        if numbers == user.display_numbers {
            refusals.push(Refusal::NothingToChange);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::User(User { display_numbers: numbers, ..user.clone() }));
            draft.done()
        })
    }
}
