//! `POST /api/v1/tenants/{tenant}/users/{user}/hand-over`: a link and a code, or a temporary password, for an administrator to hand
//! over. The answer tells it, once.

use crate::{
    http::{App, work::Work},
    identity::{
        NotTaken,
        invitation::{HandAsked, NotHanded},
    },
    problem::{Answer, Fault},
};
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use rollcall_core::{
    Refusal,
    api::{AskHandOver, HandedOver},
    id::UserId,
    refusal::Subject,
};

pub async fn post(
    State(app): State<App>,
    Path((_, user)): Path<(String, String)>,
    work: Work,
) -> Answer<axum::Json<HandedOver>> {
    let Work { member, raw, shares: _until_done } = work;
    let unknown = || Fault::refused(Refusal::Unknown(Subject::User));
    let user: UserId = user.parse().map_err(|_| unknown())?;
    let ask: AskHandOver = raw.read_by(&app, |raw| raw.read()).await?;
    if ask.new.as_ref().is_some_and(|new| new.id != user) {
        let detail = "The id of the new user is not that of the address.";
        return Err(Fault::new(StatusCode::BAD_REQUEST, "malformed", detail));
    }
    app.allowances.commanded((member.tenant, member.user), 2, app.clock.now());
    app.tenants.tenant(member.tenant).admit(member.user, member.session.by).await?;
    app.throttle.count_handed(member.session.account).await??;
    let by = (member.user, member.session.account);
    let handed = app.invitations.hand_over(HandAsked { tenant: member.tenant, by, user, ask }).await?;
    Ok(axum::Json(handed))
}

impl std::convert::From<NotHanded> for Fault {
    fn from(error: NotHanded) -> Self {
        match error {
            NotHanded::Password(error) => NotTaken::Weak(error).into(),
            NotHanded::Rule(refusals) => Self::refused(refusals),
            NotHanded::Tenant(error) => error.into(),
            NotHanded::Hashing(error) => error.into(),
        }
    }
}
