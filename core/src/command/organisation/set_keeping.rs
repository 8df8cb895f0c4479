//! Set how long things are kept: data on devices without contact, the audit log, the security log.

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
    model::Keeping,
    refusal::{Field, Refusal, Refusals},
};
use serde::{Deserialize, Serialize};

/// Replace what was decided about keeping. It holds for what is there already, too. Needs `tenant.settings`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetKeeping {
    pub keeping: Keeping,
}

impl Intent for SetKeeping {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::Organisation)
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        matches!(about, Key::Organisation).then(|| Self { keeping: directory.keeping() })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        let (mine, seen, now) = (&mut self.keeping, &seen.keeping, &now.keeping);
        merger.field(&mut mine.offline_days, &seen.offline_days, &now.offline_days, Field::OfflineDays);
        merger.field(&mut mine.log_days, &seen.log_days, &now.log_days, Field::LogDays);
        merger.field(&mut mine.security_days, &seen.security_days, &now.security_days, Field::SecurityDays);
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::everywhere(directory, context, Permission::TenantSettings)?;
        guard::organisation(directory)?;
        let Keeping { offline_days, log_days, security_days } = self.keeping;
        let mut refusals = Vec::new();
        refusals.extend(guard::outside(Field::OfflineDays, offline_days, &Keeping::OFFLINE_DAYS));
        refusals.extend(guard::outside(Field::LogDays, log_days, &Keeping::LOG_DAYS));
        refusals.extend(guard::outside(Field::SecurityDays, security_days, &Keeping::SECURITY_DAYS));
        if directory.keeping() == self.keeping {
            refusals.push(Refusal::NothingToChange);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Keeping(self.keeping));
            draft.done()
        })
    }
}
