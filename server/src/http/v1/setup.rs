//! `/api/v1/setup`: the first organisation of a server, founded by whoever has the link that the server printed.

use super::session;
use crate::{
    http::{App, body::Json, peer::Trying, signed_in::Here},
    identity::{NotTaken, Token, founding::NotFounded},
    problem::{Answer, Fault},
};
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use rollcall_core::{
    api::{CheckSetUp, SetUp},
    value::ValueError,
};

/// `POST /api/v1/setup/check`: 204 when the token is good.
pub async fn check(
    State(app): State<App>,
    Trying(tried): Trying,
    Json(CheckSetUp { token }): Json<CheckSetUp>,
) -> Answer<StatusCode> {
    app.first.check(&Token::brought(&token)).await?;
    tried.pardon();
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /api/v1/setup`.
pub async fn found(
    State(app): State<App>,
    Trying(tried): Trying,
    Here(here): Here,
    headers: HeaderMap,
    Json(request): Json<SetUp>,
) -> Answer<Response> {
    let founded = app.first.found(request, tried.from()).await;
    // What was only too short was no guess; what was judged was work.
    let counts = match &founded {
        Err(NotFounded::Over) => true,
        Err(NotFounded::Password(NotTaken::Weak(error))) => *error == ValueError::EasilyGuessed,
        _ => false,
    };
    if !counts {
        tried.pardon();
    }
    session::open(&app, founded?, here, &headers).await
}

impl std::convert::From<NotFounded> for Fault {
    fn from(error: NotFounded) -> Self {
        match error {
            NotFounded::Over => Self::coded(StatusCode::GONE, "link_over"),
            NotFounded::Password(error) => error.into(),
            NotFounded::Rule(refusals) => Self::refused(refusals),
            NotFounded::Tenant(error) => error.into(),
        }
    }
}
