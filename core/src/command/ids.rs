//! Which records the parts of commands name.

use crate::{
    change::Key,
    model::{Action, AvatarOf, GrantKey, Granted, Scope, Target},
};

/// Where calls are sent to, unless that is a number.
pub(super) fn target(target: &Target) -> Option<Key> {
    match *target {
        Target::User(user) | Target::Voicemail(user) => Some(Key::User(user)),
        Target::Team(team) => Some(Key::Team(team)),
        Target::Number(_) => None,
    }
}

/// Where an answering rule sends calls to.
pub(super) fn forwarded(action: &Action) -> Option<Key> {
    match action {
        Action::Forward(to) => target(to),
        Action::Ring { .. } | Action::Voicemail | Action::Reject => None,
    }
}

/// Of whom or what a picture is.
pub(super) fn pictured(of: AvatarOf) -> Key {
    match of {
        AvatarOf::User(user) => Key::User(user),
        AvatarOf::Team(team) => Key::Team(team),
    }
}

/// The team that a scope is limited to.
pub(super) fn scope(scope: Scope) -> Option<Key> {
    match scope {
        Scope::Team(team) => Some(Key::Team(team)),
        Scope::Own | Scope::Organisation => None,
    }
}

/// To whom something is given, what, and where.
pub(super) fn grant(grant: &GrantKey) -> Vec<Key> {
    let role = match grant.what {
        Granted::Role(role) => Some(Key::Role(role)),
        Granted::Permission(_) => None,
    };
    [Key::User(grant.user)].into_iter().chain(role).chain(scope(grant.scope)).collect()
}
