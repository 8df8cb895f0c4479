//! Edit what a user tells about itself: name, position, language, time zone, country (S1.6, S2.5, S2.12).

use crate::command::{
    Command, Decision, Intent, Standing,
    draft::{Draft, unless},
    guard,
    merge::Merger,
};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Profile, User, UserState},
    refusal::{Field, Refusal, Refusals},
    value::ValueError,
};
use serde::{Deserialize, Serialize};

/// Replace the profile facet; the name of somebody active is replaced, not taken. Needs `profile.self` for oneself, else
/// `user.edit` over the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EditProfile {
    pub user: UserId,
    pub profile: Profile,
}

impl Intent for EditProfile {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn undo(&self, directory: &Directory) -> Option<Command> {
        Self::stands(directory, &Key::User(self.user)).map(Command::from)
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::User(self.user))
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let Key::User(user) = *about else { return None };
        Some(Self { user, profile: directory.user(user)?.profile.clone() })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        let (mine, seen, now) = (&mut self.profile, &seen.profile, &now.profile);
        merger.field(&mut mine.full_name, &seen.full_name, &now.full_name, Field::FullName);
        merger.field(&mut mine.position, &seen.position, &now.position, Field::Position);
        merger.field(&mut mine.language, &seen.language, &now.language, Field::Language);
        merger.field(&mut mine.time_zone, &seen.time_zone, &now.time_zone, Field::TimeZone);
        merger.field(&mut mine.country, &seen.country, &now.country, Field::Country);
    }

    fn erased(self, user: UserId, _held: bool) -> Self {
        if self.user == user { Self { profile: Profile::default(), ..self } } else { self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let user = guard::self_or(directory, context, self.user, Permission::ProfileSelf, Permission::UserEdit)?;
        let mut refusals = Vec::new();
        // Whoever is at work here, or was, has a name; so has everything else that can be dialled.
        let begun = matches!(user.state, UserState::Active | UserState::Suspended);
        if begun && user.profile.full_name.is_some() && self.profile.full_name.is_none() {
            refusals.push(Refusal::Invalid { field: Field::FullName, error: ValueError::Empty });
        }
        if user.profile == self.profile {
            refusals.push(Refusal::NothingToChange);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::User(User { profile: self.profile.clone(), ..user.clone() }));
            draft.done()
        })
    }
}
