//! Change the extension of a user, or what rings there, in one step (S1.6).

use crate::command::{
    Decision, Intent, Standing,
    draft::{Draft, unless},
    guard,
    merge::Merger,
};
use crate::{
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Line, Phone, User},
    refusal::{Field, Refusal, Refusals},
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

    fn edits(&self) -> Option<Key> {
        Some(Key::User(self.user))
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let Key::User(user) = *about else { return None };
        Some(Self { user, line: directory.user(user)?.line.clone()? })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        let (mine, seen, now) = (&mut self.line, &seen.line, &now.line);
        merger.field(&mut mine.extension, &seen.extension, &now.extension, Field::Extension);
        merger.field(&mut mine.phone, &seen.phone, &now.phone, Field::PhoneType);
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
