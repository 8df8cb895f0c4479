//! Give a user or a team a picture, or take it away (S2.18).

use crate::command::{
    Decision, Intent, Standing, Start,
    draft::{Draft, unless},
    guard, ids,
};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Avatar, AvatarOf},
    refusal::{Refusal, Refusals},
    value::Picture,
};
use serde::{Deserialize, Serialize};

/// Replace the avatar. Needs `profile.self` for oneself, `user.edit` over another user, `team.manage` in a team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetAvatar {
    pub of: AvatarOf,
    pub picture: Option<Picture>,
}

impl Intent for SetAvatar {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn needs(&self) -> Vec<Key> {
        vec![ids::pictured(self.of)]
    }

    fn offered(directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let of = match *about {
            Key::User(user) => AvatarOf::User(user),
            Key::Team(team) => AvatarOf::Team(team),
            _ => return None,
        };
        Some(Start::form(Self { of, picture: directory.avatar(of).map(|avatar| avatar.picture.clone()) }))
    }

    fn erased(self, user: UserId, _held: bool) -> Self {
        if self.of != AvatarOf::User(user) {
            return self;
        }
        Self { picture: self.picture.map(|_| Picture::blank()), ..self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        match self.of {
            AvatarOf::User(user) => {
                guard::self_or(directory, context, user, Permission::ProfileSelf, Permission::UserEdit)?;
            }
            AvatarOf::Team(team) => {
                guard::in_team(directory, context, team, Permission::TeamManage)?;
            }
        }
        let before = directory.avatar(self.of).map(|avatar| &avatar.picture);
        let same = (before == self.picture.as_ref()).then_some(Refusal::NothingToChange);
        unless(same.into_iter().collect(), || {
            let mut draft = Draft::new(directory);
            match &self.picture {
                Some(picture) => draft.put(Record::Avatar(Avatar { of: self.of, picture: picture.clone() })),
                None => draft.remove(Key::Avatar(self.of)),
            }
            draft.done()
        })
    }
}
