//! A call was answered, as the phone system reports it.

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
    id::{CallId, UserId},
    model::{Call, CallEvent, CallReport},
    refusal::{Refusal, Refusals, Subject},
};
use serde::{Deserialize, Serialize};

/// Note who answered, and when. The phone system only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AnswerCall {
    pub call: CallId,
    pub user: UserId,
}

impl Intent for AnswerCall {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn needs(&self) -> Vec<Key> {
        vec![Key::Call(self.call), Key::User(self.user)]
    }

    fn offered(_directory: &Directory, _context: &Context, _about: &Key) -> Option<Start> {
        // The phone system reports it.
        None
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::everywhere(directory, context, Permission::IntegrationManage)?;
        let call = directory.call(self.call).ok_or(Refusal::Unknown(Subject::Call))?;
        let mut refusals = Vec::new();
        if !call.open() {
            refusals.push(Refusal::CallOver);
        }
        if directory.user(self.user).is_none() {
            refusals.push(Refusal::Unknown(Subject::User));
        }
        if call.answered.is_some() && call.user == Some(self.user) {
            refusals.push(Refusal::NothingToChange);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            let (event, at, user) = (CallEvent::Answered, context.now, Some(self.user));
            let report =
                CallReport { call: call.id, event, at, direction: call.direction, peer: None, team: None, user };
            // Of two who answer at one moment, it is with whom was said last.
            draft.put(Record::Call(Call { user, ..Call::reported(Some(call), &report) }));
            draft.done()
        })
    }
}
