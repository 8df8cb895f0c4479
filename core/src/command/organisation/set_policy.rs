//! Set what an organisation decides for itself: invitations, log-in, roles, extensions, recycling.

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
    model::{Organisation, Policy},
    refusal::{Field, Refusal, Refusals},
    time::Span,
    value::ValueError,
};
use serde::{Deserialize, Serialize};

/// Replace the policy. It holds for what happens from now on. Needs `tenant.settings`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetPolicy {
    pub policy: Policy,
}

impl Intent for SetPolicy {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::Organisation)
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let organisation = matches!(about, Key::Organisation).then(|| directory.organisation()).flatten()?;
        Some(Self { policy: organisation.policy.clone() })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        let (mine, seen, now) = (&mut self.policy, &seen.policy, &now.policy);
        merger.field(
            &mut mine.invitation_lifetime,
            &seen.invitation_lifetime,
            &now.invitation_lifetime,
            Field::InvitationLifetime,
        );
        merger.field(&mut mine.single_role, &seen.single_role, &now.single_role, Field::SingleRole);
        merger.field(&mut mine.recycle_days, &seen.recycle_days, &now.recycle_days, Field::RecycleDays);
        merger.field(&mut mine.extensions, &seen.extensions, &now.extensions, Field::Extension);
        merger.field(&mut mine.quarantine_days, &seen.quarantine_days, &now.quarantine_days, Field::QuarantineDays);
        merger.field(
            &mut mine.invite_without_plan,
            &seen.invite_without_plan,
            &now.invite_without_plan,
            Field::InviteWithoutPlan,
        );
        merger.field(&mut mine.managers_may_add, &seen.managers_may_add, &now.managers_may_add, Field::ManagersMayAdd);
        merger.set(&mut mine.login_kinds, &seen.login_kinds, &now.login_kinds);
        merger.set(&mut mine.email_domains, &seen.email_domains, &now.email_domains);
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::everywhere(directory, context, Permission::TenantSettings)?;
        let before = guard::organisation(directory)?;
        let policy = &self.policy;
        let mut refusals = Vec::new();
        if policy.extensions.as_ref().is_some_and(|range| !range.well_formed()) {
            refusals.push(Refusal::Invalid { field: Field::Extension, error: ValueError::NotARange });
        }
        if policy.login_kinds.is_empty() {
            refusals.push(Refusal::NoIdentifier);
        }
        if guard::owner_signs_in(directory, &before.policy.login_kinds, None)
            && !guard::owner_signs_in(directory, &policy.login_kinds, None)
        {
            refusals.push(Refusal::LastOwner);
        }
        if !(Span::hours(1)..=Span::days(90)).contains(&policy.invitation_lifetime) {
            refusals
                .push(Refusal::Invalid { field: Field::Hours, error: ValueError::OutOfRange { min: 1, max: 90 * 24 } });
        }
        if policy.email_domains.len() > 100 {
            refusals.push(Refusal::TooMany { max: 100 });
        }
        if before.policy == *policy {
            refusals.push(Refusal::NothingToChange);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Organisation(Organisation { policy: policy.clone(), ..before.clone() }));
            draft.done()
        })
    }
}
