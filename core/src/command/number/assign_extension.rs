//! Assign an extension to a user without one (S1.9); it brings a phone (S4.9).

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
    model::{Line, User, UserKind},
    refusal::{Refusal, Refusals},
    value::Extension,
};
use serde::{Deserialize, Serialize};

/// Give a free extension of the range. Needs `number.assign` over the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AssignExtension {
    pub user: UserId,
    pub line: Line,
}

impl Intent for AssignExtension {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn offered(directory: &Directory, context: &Context, about: &Key) -> Option<Start> {
        let Key::User(user) = *about else { return None };
        let record = directory.user(user)?;
        let fits = record.line.is_none();
        fits.then(|| Start::blank(guard::numbered(directory, context, user)))
    }

    fn erased(self, user: UserId, _held: bool) -> Self {
        if self.user != user {
            return self;
        }
        Self { line: Line { extension: Extension::erased(), ..self.line }, ..self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (organisation, user) = guard::numbered(directory, context, self.user)?;
        let mut refusals = Vec::new();
        if user.line.is_some() {
            refusals.push(Refusal::HasExtension);
        }
        refusals.extend(guard::line_free(directory, organisation, user.id, &self.line));
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::User(User { line: Some(self.line.clone()), ..user.clone() }));
            if user.kind == UserKind::Person {
                draft.put(Record::Phone(guard::phone_of_line(directory, user.id, &self.line)));
            }
            draft.done()
        })
    }
}
