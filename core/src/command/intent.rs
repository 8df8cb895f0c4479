//! What each verb says of itself, once, in its own file: its rule, and what lists of commands need to know of it.

use super::{Command, Decision, Standing};
use crate::{change::Key, context::Context, directory::Directory, id::UserId, refusal::Refusals};

/// A verb.
pub(super) trait Intent {
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

    /// Its rule: what it would change, or every reason why it may not happen.
    ///
    /// # Errors
    /// The refusals, most important first, never empty.
    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals>;
}
