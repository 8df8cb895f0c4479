//! Change the extension of a user, or what rings there, in one step (S1.6).

use crate::command::{
    Decision, Intent, Standing, Start,
    draft::{Draft, unless},
    guard,
};
use crate::{
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Line, Phone, User},
    refusal::{Refusal, Refusals},
    value::Extension,
};
use serde::{Deserialize, Serialize};

/// Replace the extension; phones on the old one follow. Needs `number.assign` over the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangeExtension {
    pub user: UserId,
    pub line: Line,
}

impl Intent for ChangeExtension {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn offered(directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::User(user) = *about else { return None };
        let record = directory.user(user)?;
        Some(Start::form(Self { user, line: record.line.clone()? }))
    }

    fn erased(self, user: UserId, _held: bool) -> Self {
        if self.user != user {
            return self;
        }
        Self { line: Line { extension: Extension::erased(), ..self.line }, ..self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (organisation, user) = guard::numbered(directory, context, self.user)?;
        let Some(before) = &user.line else {
            return Err(Refusal::NoExtension.into());
        };
        let mut refusals = Vec::new();
        if before.extension != self.line.extension {
            refusals.extend(guard::line_free(directory, organisation, user.id, &self.line));
        }
        if *before == self.line {
            refusals.push(Refusal::NothingToChange);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::User(User { line: Some(self.line.clone()), ..user.clone() }));
            for phone in directory.phones_of(user.id).filter(|phone| phone.line.as_ref() == Some(&before.extension)) {
                draft.put(Record::Phone(Phone { line: Some(self.line.extension.clone()), ..phone.clone() }));
            }
            draft.done()
        })
    }
}
