//! What another policy would mean for what is there already. It holds for what happens from now on and takes nothing away, so these
//! stand against it until somebody changes them; only signing in ends at once (domain.md, 2.6).

use crate::{
    access::{Holding, Permission},
    context::Context,
    directory::Directory,
    model::{Granted, Identifier, IdentifierKind, Policy, User, UserKind, UserState},
    value::Email,
};
use serde::Serialize;

/// How many stand against what a policy changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PolicyImpact {
    /// Active people who sign in by something now, and could by nothing any more.
    pub locked_out: usize,
    /// Users with several roles, where one is to be the rule.
    pub several_roles: usize,
    /// Users whose extensions lie outside of the range.
    pub outside: usize,
    /// Users with an address of a domain that may not be used.
    pub foreign: usize,
}

/// Whether somebody has any use for the settings of the organisation: who changes them, and who administers it otherwise and would
/// look for them.
pub fn sees_settings(directory: &Directory, context: &Context) -> bool {
    use Permission::{AuditRead, BillingManage, IntegrationManage, TenantSettings};
    let holding = Holding::of_actor(directory, context);
    let administers = |holding: Holding| {
        [TenantSettings, AuditRead, IntegrationManage, BillingManage].into_iter().any(|of| holding.everywhere(of))
    };
    holding.is_ok_and(administers)
}

/// What would come of this policy in place of the one that stands.
pub fn policy_impact(directory: &Directory, policy: &Policy) -> PolicyImpact {
    let Some(before) = directory.organisation().map(|organisation| &organisation.policy) else {
        return PolicyImpact::default();
    };
    let signs_in = |user: &User, kinds: &[IdentifierKind]| {
        user.identifiers.iter().any(|identifier| kinds.contains(&identifier.kind()))
    };
    let shut_out = |user: &User| {
        user.kind == UserKind::Person
            && user.state == UserState::Active
            && signs_in(user, &before.login_kinds)
            && !signs_in(user, &policy.login_kinds)
    };
    let several = |user: &User| {
        let roles = directory.grants_of(user.id).filter(|grant| matches!(grant.key.what, Granted::Role(_)));
        roles.take(2).count() == 2
    };
    let outside = |user: &User| {
        let range = policy.extensions.as_ref();
        user.extension().zip(range).is_some_and(|(extension, range)| !range.contains(extension))
    };
    let foreign = |user: &User| {
        let domains = &policy.email_domains;
        let allowed = |email: &Email| domains.iter().any(|domain| domain.as_str() == email.domain());
        !domains.is_empty()
            && user.identifiers.iter().any(|of| matches!(of, Identifier::Email(email) if !allowed(email)))
    };
    let count = |changed: bool, test: &dyn Fn(&User) -> bool| {
        if changed { directory.users().filter(|user| test(user)).count() } else { 0 }
    };
    PolicyImpact {
        locked_out: count(before.login_kinds != policy.login_kinds, &shut_out),
        several_roles: count(policy.single_role && !before.single_role, &several),
        outside: count(before.extensions != policy.extensions, &outside),
        foreign: count(before.email_domains != policy.email_domains, &foreign),
    }
}
