//! A call ended, as the phone system reports it.

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
    model::Call,
    refusal::{Refusal, Refusals, Subject},
};
use serde::{Deserialize, Serialize};

/// Live → finished. The phone system only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EndCall {
    pub call: CallId,
}

impl Intent for EndCall {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn needs(&self) -> Vec<Key> {
        vec![Key::Call(self.call)]
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
        let over = (!call.open()).then_some(Refusal::CallOver);
        unless(over.into_iter().collect(), || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Call(Call { ended: Some(context.now), ..*call }));
            draft.done()
        })
    }
}
