//! What to do first in a new organisation, and what of it is done.

use crate::{
    access::{Holding, Permission},
    context::Context,
    directory::Directory,
    model::UserKind,
};

/// An organisation with as many people is no new one any more.
const SETTLED: usize = 12;
/// So many people more than the first come from a list rather than one by one.
const MANY: usize = 5;

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstSteps {
    /// There is somebody besides whoever founded it.
    pub invited: bool,
    /// There are many, or shared contacts.
    pub imported: bool,
    /// There is a team.
    pub teams: bool,
}

/// The first steps, for who may bring people into the whole organisation; none once all of them are done, or it has settled.
pub fn first_steps(directory: &Directory, context: &Context) -> Option<FirstSteps> {
    let holding = Holding::of_actor(directory, context).ok()?;
    if !holding.everywhere(Permission::UserInvite) {
        return None;
    }
    let persons = directory.users().filter(|user| user.kind == UserKind::Person);
    let others = persons.take(SETTLED).count().saturating_sub(1);
    let steps = FirstSteps {
        invited: others > 0,
        imported: others >= MANY || directory.contacts().next().is_some(),
        teams: directory.teams().next().is_some(),
    };
    let done = steps.invited && steps.imported && steps.teams;
    (!done && others + 1 < SETTLED).then_some(steps)
}
