//! Rename a channel, or make it public or private (S2.19).

use crate::command::{
    Decision, Intent, Standing,
    draft::{Draft, unless},
    guard,
    merge::Merger,
};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::{ChannelId, UserId},
    model::Channel,
    refusal::{Field, Refusal, Refusals, Subject},
    value::ChannelName,
};
use serde::{Deserialize, Serialize};

/// Replace name and publicity. Needs `channel.manage` in the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EditChannel {
    pub channel: ChannelId,
    pub name: ChannelName,
    pub public: bool,
}

impl Intent for EditChannel {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn needs(&self) -> Vec<Key> {
        vec![Key::Channel(self.channel)]
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::Channel(self.channel))
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let Key::Channel(channel) = *about else { return None };
        let record = directory.channel(channel)?;
        Some(Self { channel, name: record.name.clone(), public: record.public })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        merger.field(&mut self.name, &seen.name, &now.name, Field::Name);
        merger.field(&mut self.public, &seen.public, &now.public, Field::Publicity);
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::seen(directory, context, Key::Channel(self.channel), Subject::Channel)?;
        let channel = directory.channel(self.channel).ok_or(Refusal::Unknown(Subject::Channel))?;
        guard::in_team(directory, context, channel.team, Permission::ChannelManage)?;
        let after = Channel { name: self.name.clone(), public: self.public, ..channel.clone() };
        let mut refusals = guard::channel_name(directory, &after);
        if *channel == after {
            refusals.push(Refusal::NothingToChange);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Channel(after));
            draft.done()
        })
    }
}
