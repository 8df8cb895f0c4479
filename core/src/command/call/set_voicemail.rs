//! Set the voicemail of a user (S4.10). Its PIN is a secret of the server.

use crate::command::{
    Decision, Intent, Standing,
    draft::{Draft, unless},
    guard,
    merge::Merger,
};
use crate::{
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{CallHandling, Voicemail},
    refusal::{Field, Refusal, Refusals},
};
use serde::{Deserialize, Serialize};

/// Replace the voicemail settings. Needs `callhandling.self` for oneself, else `callhandling.manage` over the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetVoicemail {
    pub user: UserId,
    pub voicemail: Voicemail,
}

impl Intent for SetVoicemail {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::User(self.user))
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let Key::User(user) = *about else { return None };
        let voicemail = directory.handling(user).map(|handling| handling.voicemail).unwrap_or_default();
        Some(Self { user, voicemail })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        merger.field(&mut self.voicemail.on, &seen.voicemail.on, &now.voicemail.on, Field::Voicemail);
        merger.field(
            &mut self.voicemail.mail_copy,
            &seen.voicemail.mail_copy,
            &now.voicemail.mail_copy,
            Field::MailCopy,
        );
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (_, before) = guard::call_handling(directory, context, self.user)?;
        let same = (before.voicemail == self.voicemail).then_some(Refusal::NothingToChange);
        unless(same.into_iter().collect(), || {
            let mut draft = Draft::new(directory);
            draft.put(Record::CallHandling(CallHandling { voicemail: self.voicemail, ..before }));
            draft.done()
        })
    }
}
