//! Work that a user sends: counted against what one user may have done, before its body is read and by what it holds.

use super::{
    App,
    body::{Raw, SMALL, announced, too_large},
    signed_in::Member,
};
use crate::{
    problem::{Answer, Fault},
    shares::{Share, kib},
};
use axum::extract::{FromRequest, FromRequestParts, Request};

/// The largest body, in bytes: a thousand commands with room to spare.
const LARGEST: usize = 8 * 1024 * 1024;

/// Who sends it, and what.
pub struct Work {
    pub member: Member,
    pub raw: Raw,
    /// Its turn, and its share of large bodies when it is one: to be kept until all is done that it asks for.
    pub shares: (Share, Option<Share>),
}

impl FromRequest<App> for Work {
    type Rejection = Fault;
    async fn from_request(request: Request, app: &App) -> Answer<Self> {
        let (mut parts, body) = request.into_parts();
        let member = Member::from_request_parts(&mut parts, app).await?;
        let who = (member.tenant, member.user);
        let bytes = announced(&body, LARGEST);
        if bytes > LARGEST {
            return Err(too_large());
        }
        // What those before it change is counted when it has its turn …
        let turn = app.turns.take(who, 1).await;
        // … and before a byte is read: however many requests come at once, they find what the others will have.
        let mut sending = app.allowances.send(who, bytes, app.clock.now())?;
        let share = if bytes > SMALL { Some(app.bodies.take(who, kib(bytes)).await) } else { None };
        let raw = Raw::of(Request::from_parts(parts, body), app, LARGEST, |read| sending.read(read)).await?;
        Ok(Self { member, raw, shares: (turn, share) })
    }
}
