//! Work that a user sends: counted against what one user may have done, before its body is read and by what it holds.

use super::{App, body::Raw, signed_in::Member};
use crate::problem::{Answer, Fault};
use axum::extract::{FromRequest, FromRequestParts, Request};

/// Who sends it, and what.
pub struct Work {
    pub member: Member,
    pub raw: Raw,
}

impl FromRequest<App> for Work {
    type Rejection = Fault;
    async fn from_request(request: Request, app: &App) -> Answer<Self> {
        let (mut parts, body) = request.into_parts();
        let member = Member::from_request_parts(&mut parts, app).await?;
        let who = (member.tenant, member.user);
        app.allowances.look(who, app.clock.now())?;
        let raw = Raw::from_request(Request::from_parts(parts, body), app).await?;
        app.allowances.sent(who, raw.body.len(), app.clock.now());
        Ok(Self { member, raw })
    }
}
