//! What an actor hears of a refusal: that something is taken, and never by whom when it doesn't see that.

use crate::{
    access::{Holding, visible},
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::Identifier,
    refusal::{Refusal, Refusals},
};

/// The reasons, with nobody in place of whom the actor does not see.
#[cold]
pub(super) fn told(directory: &Directory, context: &Context, refusals: Refusals) -> Refusals {
    let names = |refusal: &Refusal| {
        matches!(refusal, Refusal::AlreadyAUser { .. } | Refusal::ExtensionTaken { .. } | Refusal::RoutedTo { .. })
    };
    if !refusals.iter().any(names) {
        return refusals;
    }
    let Ok(holding) = Holding::of_actor(directory, context) else { return refusals };
    let seen = |key: &Key| directory.get(key).and_then(|record| visible(directory, &holding, &record));
    let told = |refusal| match refusal {
        Refusal::AlreadyAUser { user, kind } => {
            let has = |identifier: &Identifier| identifier.folded().0 == kind;
            let known = matches!(seen(&Key::User(user)), Some(Record::User(seen)) if seen.identifiers.iter().any(has));
            Refusal::AlreadyAUser { user: if known { user } else { UserId::NOBODY }, kind }
        }
        Refusal::ExtensionTaken { user } => {
            let known = matches!(seen(&Key::User(user)), Some(Record::User(seen)) if seen.line.is_some());
            Refusal::ExtensionTaken { user: if known { user } else { UserId::NOBODY } }
        }
        Refusal::RoutedTo { by } => {
            let known = |key: Key| if seen(&key).is_some() { key } else { Key::User(UserId::NOBODY) };
            Refusal::RoutedTo { by: by.into_iter().map(known).collect() }
        }
        other => other,
    };
    match Refusals::none(refusals.into_iter().map(told).collect()) {
        Err(told) => told,
        Ok(()) => Refusal::ActorNotActive.into(),
    }
}
