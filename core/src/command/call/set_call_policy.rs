//! Set what holds for calls: how long they are kept, and how soon one is answered in time.

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
    id::UserId,
    model::CallPolicy,
    refusal::{Field, Refusal, Refusals},
};
use serde::{Deserialize, Serialize};

/// Replace what was decided about calls. It holds for those that are there already, too. Needs `tenant.settings`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetCallPolicy {
    pub policy: CallPolicy,
}

impl Intent for SetCallPolicy {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::Organisation)
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        matches!(about, Key::Organisation).then(|| Self { policy: directory.call_policy() })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        let (mine, seen, now) = (&mut self.policy, &seen.policy, &now.policy);
        merger.field(&mut mine.call_days, &seen.call_days, &now.call_days, Field::CallDays);
        merger.field(&mut mine.service_seconds, &seen.service_seconds, &now.service_seconds, Field::ServiceSeconds);
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::everywhere(directory, context, Permission::TenantSettings)?;
        guard::organisation(directory)?;
        let CallPolicy { call_days, service_seconds } = self.policy;
        let mut refusals = Vec::new();
        refusals.extend(guard::outside(Field::CallDays, call_days, &CallPolicy::CALL_DAYS));
        refusals.extend(guard::outside(Field::ServiceSeconds, service_seconds, &CallPolicy::SERVICE_SECONDS));
        if directory.call_policy() == self.policy {
            refusals.push(Refusal::NothingToChange);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::CallPolicy(self.policy));
            draft.done()
        })
    }
}
