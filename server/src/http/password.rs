//! `/api/passwords/{token}`: what a mailed link is for, and the password that is set with it.

use super::{App, body::Json, session};
use crate::{
    account::{NotRenewed, Token},
    problem::{Answer, Fault},
};
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use rollcall_core::{
    Refusal,
    api::{PasswordView, SetPassword},
    refusal::Field,
};

/// `GET /api/passwords/{token}`.
pub async fn get(State(app): State<App>, Path(token): Path<String>) -> Answer<axum::Json<PasswordView>> {
    let view = app.renewals.view(&Token::brought(&token)).await?;
    view.map(axum::Json).ok_or_else(|| NotRenewed::Over.into())
}

/// `POST /api/passwords/{token}`: sets the password and signs in.
pub async fn set(
    State(app): State<App>,
    Path(token): Path<String>,
    Json(SetPassword { password, .. }): Json<SetPassword>,
) -> Answer<Response> {
    let email = app.renewals.set(&Token::brought(&token), password).await?;
    let account = app.store.account_named(&email.folded()).await?.ok_or_else(Fault::internal)?;
    session::open(&app, account.id, account.email).await
}

impl From<NotRenewed> for Fault {
    fn from(error: NotRenewed) -> Self {
        match error {
            NotRenewed::Over => {
                let detail = "The link was used, has run out, or was followed by a later one. Ask for another.";
                Self::new(StatusCode::GONE, "link_over", detail)
            }
            NotRenewed::Password(error) => Self::refused(vec![Refusal::Invalid { field: Field::Password, error }]),
            NotRenewed::Tenant(error) => error.into(),
            NotRenewed::Hashing(error) => error.into(),
        }
    }
}
