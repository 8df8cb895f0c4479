//! The audit log, which the server alone has.

use super::{get, read};
use crate::ApiError;
use rollcall_core::{
    api::AuditPage,
    id::{TenantId, UserId},
};

/// What was done about a user, newest first; `before` is what the page before this one gave as `next`.
///
/// # Errors
/// [`ApiError`]; its problem says why one may not read it.
pub async fn audit(tenant: TenantId, user: UserId, before: Option<u64>) -> Result<AuditPage, ApiError> {
    let before = before.map(|before| format!("&before={before}")).unwrap_or_default();
    read(&get(&format!("/tenants/{tenant}/audit?user={user}{before}")).await?)
}
