//! Who asks, and when: all that a rule may know besides the directory itself.

use crate::{
    access::Permissions,
    id::{ServiceId, UserId},
    model::Scope,
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

/// Who issues a command or asks a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// A signed-in user of the tenant.
    User(UserId),
    /// Somebody who proved to hold the invitation of this user, and may do nothing but accept it.
    Invitee(UserId),
    /// The operator of the server: founds organisations, reports calls.
    System,
    /// A program that acts by a key.
    Service(Service),
}

/// A program that acts by a key: what it was given, where, and by whom. It is nobody in the directory, and holds of what it
/// was given no more than its maker holds at that moment; nothing, when its maker is no longer active (invariant 7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Service {
    pub id: ServiceId,
    /// Whoever made its key.
    pub maker: UserId,
    pub permissions: Permissions,
    /// Own: over its maker alone.
    pub scope: Scope,
}

impl Actor {
    /// Whether it acts for this user: it is the user, or a service that the user made. What nobody may do to itself, its
    /// services may not do to it either.
    pub fn acts_for(&self, user: UserId) -> bool {
        self.person() == Some(user)
    }

    /// The user in whose name it acts.
    pub fn person(&self) -> Option<UserId> {
        match self {
            Self::User(user) => Some(*user),
            Self::Service(service) => Some(service.maker),
            Self::Invitee(_) | Self::System => None,
        }
    }
}

/// What surrounds a decision. The core reads no clock: the server passes its own, a client its best guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Context {
    /// Who acts.
    pub actor: Actor,
    /// When the decision is made.
    pub now: Timestamp,
    /// Whether the directory at hand is all there is, or only what one actor may see.
    pub view: View,
}

/// How much of the tenant the deciding side knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// The server: every record.
    Whole,
    /// A client: what its actor may see. A rule that needs more can't say no for sure, and the outcome is provisional.
    Partial,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{decode, encode};

    /// The log keeps actors for good.
    #[test]
    fn the_stored_form_of_an_actor_is_what_it_was() {
        let user = UserId::fixed(7);
        let scope = Scope::Team(crate::id::TeamId::fixed(8));
        let service = Service { id: ServiceId::fixed(9), maker: user, permissions: Permissions::all(), scope };
        let actors = [Actor::User(user), Actor::Invitee(user), Actor::System, Actor::Service(service)];
        for (number, actor) in (0_u8..).zip(actors) {
            let stored = encode(&actor);
            assert_eq!(stored.get(1), Some(&number), "after the byte of the format");
            assert_eq!(decode::<Actor>(&stored).ok(), Some(actor));
        }
        let told = serde_json::to_value(Actor::Service(Service { permissions: Permissions::NONE, ..service })).ok();
        let told = told.and_then(|told| Some(told.get("service")?.get("maker")?.as_str()?.to_owned()));
        assert_eq!(told, Some(user.to_string()));
    }

    #[test]
    fn a_service_acts_for_its_maker_and_is_nobody() {
        let (ann, bob) = (UserId::fixed(1), UserId::fixed(2));
        let service =
            Service { id: ServiceId::fixed(3), maker: ann, permissions: Permissions::all(), scope: Scope::Own };
        let actor = Actor::Service(service);
        assert!(actor.acts_for(ann) && !actor.acts_for(bob) && actor != Actor::User(ann));
        assert!(Actor::User(ann).acts_for(ann) && !Actor::System.acts_for(ann) && !Actor::Invitee(ann).acts_for(ann));
    }
}
