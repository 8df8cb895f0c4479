//! Delete a channel.

use crate::command::{Decision, Intent, Standing, Start, draft::Draft, guard};
use crate::{
    access::Permission,
    change::Key,
    context::Context,
    directory::Directory,
    id::{ChannelId, UserId},
    refusal::{Refusal, Refusals, Subject},
};
use serde::{Deserialize, Serialize};

/// Remove a channel. Needs `channel.manage` in the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeleteChannel {
    pub channel: ChannelId,
}

impl Intent for DeleteChannel {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn needs(&self) -> Vec<Key> {
        vec![Key::Channel(self.channel)]
    }

    fn offered(_directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::Channel(channel) = *about else { return None };
        Some(Start::ready(Self { channel }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::seen(directory, context, Key::Channel(self.channel), Subject::Channel)?;
        let channel = directory.channel(self.channel).ok_or(Refusal::Unknown(Subject::Channel))?;
        guard::in_team(directory, context, channel.team, Permission::ChannelManage)?;
        let mut draft = Draft::new(directory);
        draft.remove(Key::Channel(channel.id));
        draft.done()
    }
}
