//! Create a channel in a team (S2.19).

use crate::command::{
    Decision, Intent, Standing, Start,
    draft::{Draft, unless},
    guard,
};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::Channel,
    refusal::{Refusal, Refusals},
};
use serde::{Deserialize, Serialize};

/// Make a channel. Needs `channel.manage` in the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CreateChannel {
    pub channel: Channel,
}

impl Intent for CreateChannel {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn makes(&self) -> Option<Key> {
        Some(Key::Channel(self.channel.id))
    }

    fn needs(&self) -> Vec<Key> {
        vec![Key::Team(self.channel.team)]
    }

    fn offered(directory: &Directory, context: &Context, about: &Key) -> Option<Start> {
        let Key::Team(team) = *about else { return None };
        Some(Start::blank(guard::in_team(directory, context, team, Permission::ChannelManage)))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (team, _) = guard::in_team(directory, context, self.channel.team, Permission::ChannelManage)?;
        let mut refusals = guard::channel_name(directory, &self.channel);
        if directory.channel(self.channel.id).is_some() {
            refusals.push(Refusal::IdInUse);
        }
        if directory.channels_of(team.id).count() >= 200 {
            refusals.push(Refusal::TooMany { max: 200 });
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Channel(self.channel.clone()));
            draft.done()
        })
    }
}
