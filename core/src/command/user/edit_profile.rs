//! Edit what a user tells about itself: name, position, language, time zone, country (S1.6, S2.5, S2.12).

use crate::command::{
    Command, Decision, Intent, Standing, Start,
    draft::{Draft, unless},
    guard,
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
        Some(Self { user: self.user, profile: directory.user(self.user)?.profile.clone() }.into())
    }

    fn offered(directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::User(user) = *about else { return None };
        let record = directory.user(user)?;
        Some(Start::form(Self { user, profile: record.profile.clone() }))
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
