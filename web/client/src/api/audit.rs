//! The audit log, which the server alone has.

use super::{get, read};
use crate::{ApiError, browser::page::segment};
use rollcall_core::{api::AuditPage, id::TenantId, query::AuditQuery};
use std::fmt::Write as _;

/// What fits, newest first; `before` is what the page before this one gave as `next`.
///
/// # Errors
/// [`ApiError`]; its problem says why one may not read it.
pub async fn audit(tenant: TenantId, query: &AuditQuery, before: Option<u64>) -> Result<AuditPage, ApiError> {
    let AuditQuery { user, team, actor, verb, way, quiet, from, to } = query;
    let fields = [
        ("user", user.map(|user| user.to_string())),
        ("team", team.map(|team| team.to_string())),
        ("actor", actor.map(|actor| actor.to_string())),
        ("verb", verb.clone()),
        ("way", way.map(|way| way.code().to_owned())),
        ("quiet", quiet.then(|| "true".to_owned())),
        ("from", from.map(|from| from.0.to_string())),
        ("to", to.map(|to| to.0.to_string())),
        ("before", before.map(|before| before.to_string())),
    ];
    let mut path = format!("/tenants/{tenant}/audit");
    let asked = fields.into_iter().filter_map(|(name, text)| Some((name, text?)));
    for (place, (name, text)) in asked.enumerate() {
        let sign = if place == 0 { '?' } else { '&' };
        // Writing into a string can't fail.
        let _ = write!(path, "{sign}{name}={}", segment(&text));
    }
    read(&get(&path).await?)
}
