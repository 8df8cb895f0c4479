//! What each verb says of itself, once, in its own file: its rule, and what lists of commands need to know of it.

use super::{Command, Decision, Standing, merge::Merger};
use crate::{change::Key, context::Context, directory::Directory, id::UserId, refusal::Refusals};

/// A verb.
pub(super) trait Intent: Clone + Into<Command> {
    /// Whether the page may show the outcome as done, or must call it pending until the server confirms (domain.md,
    /// section 6).
    const STANDING: Standing;

    /// The user that it is about, when it is about one.
    fn user(&self) -> Option<UserId>;

    /// What it would make, under an id of its author's choice: what later commands may name before the server knows it.
    fn makes(&self) -> Option<Key> {
        None
    }

    /// The records that it names by ids, which need to be there: often just the user. A test finds ids that no verb declares.
    fn needs(&self) -> Vec<Key> {
        self.user().map(Key::User).into_iter().collect()
    }

    /// What takes it back, by how things stand before it; none when nothing does, or a person should look.
    fn undo(&self, _directory: &Directory) -> Option<Command> {
        None
    }

    /// The record whose values it writes over, for an edit. Edits merge field by field ([`super::decide_edit`]).
    fn edits(&self) -> Option<Key> {
        None
    }

    /// An edit of this record that writes the values that stand.
    fn stands(_directory: &Directory, _about: &Key) -> Option<Self> {
        None
    }

    /// Goes through each field that it writes, with what its author saw there and what stands there.
    fn merge(&mut self, _seen: &Self, _now: &Self, _merger: &mut Merger<'_>) {}

    /// How it begins for this record, for what pages offer there ([`crate::query::offers`]): none where it is not about such a
    /// record, or the record leaves nothing to do. An edit begins as a form with what stands.
    fn offered(directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        Self::stands(directory, about).map(Start::form)
    }

    /// The same without what tells who the user is, for a log that keeps that something happened and not who did: values of the
    /// user are left out, or replaced by what is the same for everybody; ids stay. `held`: a number that it is about was the
    /// user's. One that is of others, or says nothing but ids, stays as it is.
    #[must_use]
    fn erased(self, user: UserId, held: bool) -> Self;

    /// Its rule: what it would change, or every reason why it may not happen.
    ///
    /// # Errors
    /// The refusals, most important first, never empty.
    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals>;
}

/// How a verb begins.
pub(crate) enum Start {
    /// By this command, as it is.
    Ready(Command),
    /// By a form that starts with how things stand, so that this command would change nothing.
    Form(Command),
    /// By an empty form, unless something speaks against opening it.
    Blank(Result<(), Refusals>),
}

impl Start {
    pub(super) fn ready(verb: impl Into<Command>) -> Self {
        Self::Ready(verb.into())
    }

    pub(super) fn form(verb: impl Into<Command>) -> Self {
        Self::Form(verb.into())
    }

    pub(super) fn blank<T>(opens: Result<T, Refusals>) -> Self {
        Self::Blank(opens.map(drop))
    }
}
