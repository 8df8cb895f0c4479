//! What may be done to a record, and why not: each verb that is about such a record, tried dry by the core's own rules. One
//! answer for rows, panels, menus and programs.

use crate::{
    change::Key,
    command::{Command, Start, Verb, decide},
    context::Context,
    directory::Directory,
    refusal::{Refusal, Refusals},
};

/// A verb that is offered for a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub verb: Verb,
    /// Whether a person has to fill in a form before there is a command.
    pub form: bool,
    /// The command to issue; of a form, how things stand, for what it shows first. None for a form that begins empty.
    pub command: Option<Command>,
    /// What stands in the way, and may change: shown, with these reasons, and disabled. Empty when it can be done.
    pub why_not: Vec<Refusal>,
}

/// What is offered to this actor for a record, in the order of [`Verb`]. What the actor has no right to, or what the state of
/// the record rules out for good, is left out. What makes something new in the organisation is offered for
/// [`Key::Organisation`], in a team for the team, for a user for the user.
pub fn offers(directory: &Directory, context: &Context, about: &Key) -> Vec<Offer> {
    Verb::ALL.iter().filter_map(|verb| offer(directory, context, *verb, about)).collect()
}

/// One of them: whether this verb is offered for the record.
pub fn offer(directory: &Directory, context: &Context, verb: Verb, about: &Key) -> Option<Offer> {
    let (form, command, refused) = begin(directory, context, verb, about)?;
    let mut why_not = refused.map(Refusals::into_vec).unwrap_or_default();
    if why_not.iter().any(|refusal| refusal.nature().hides()) {
        return None;
    }
    if form {
        // It starts with how things stand.
        why_not.retain(|refusal| *refusal != Refusal::NothingToChange);
    }
    Some(Offer { verb, form, command, why_not })
}

/// Why this verb can't be done to the record, be it offered or not: for a page that somebody reached all the same.
pub fn refused(directory: &Directory, context: &Context, verb: Verb, about: &Key) -> Option<Refusals> {
    begin(directory, context, verb, about).and_then(|(_, _, refused)| refused)
}

/// Whether it begins with a form, what it begins with, and what the core says to that.
fn begin(
    directory: &Directory,
    context: &Context,
    verb: Verb,
    about: &Key,
) -> Option<(bool, Option<Command>, Option<Refusals>)> {
    let (form, command) = match verb.offered(directory, context, about)? {
        Start::Blank(opens) => return Some((true, None, opens.err())),
        Start::Ready(command) => (false, command),
        Start::Form(command) => (true, command),
    };
    let refused = decide(directory, context, &command).err();
    Some((form, Some(command), refused))
}
