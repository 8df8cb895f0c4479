//! `/api/v1/invitations/{token}`: where an invitation stands, whether a code is right, and its acceptance.

use super::session;
use crate::{
    http::{App, body::Json, peer::Trying, signed_in::Here},
    identity::{NotTaken, Token, invitation::Refused},
    problem::{Answer, Fault},
};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use rollcall_core::{
    Refusal,
    api::{Accept, CheckCode, InvitationStatus, InvitationView, SecurityKind},
    refusal::Field,
    value::{FullName, ValueError},
};

/// `GET /api/v1/invitations/{token}`.
pub async fn get(
    State(app): State<App>,
    Trying(tried): Trying,
    Path(token): Path<String>,
) -> Answer<axum::Json<InvitationView>> {
    let view = app.invitations.view(&Token::brought(&token)).await?;
    if view.status != InvitationStatus::Unknown {
        tried.pardon();
    }
    Ok(axum::Json(view))
}

/// `POST /api/v1/invitations/{token}/code`: 204 when it is right.
pub async fn check_code(
    State(app): State<App>,
    Trying(tried): Trying,
    Path(token): Path<String>,
    Json(CheckCode { code }): Json<CheckCode>,
) -> Answer<StatusCode> {
    app.invitations.check_code(&Token::brought(&token), &code).await?;
    tried.pardon();
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /api/v1/invitations/{token}/accept`.
pub async fn accept(
    State(app): State<App>,
    Trying(tried): Trying,
    Path(token): Path<String>,
    Here(here): Here,
    headers: HeaderMap,
    Json(Accept { code, full_name, password }): Json<Accept>,
) -> Answer<Response> {
    let invalid = |error| Fault::refused(Refusal::Invalid { field: Field::FullName, error });
    let full_name = FullName::parse(&full_name).map_err(invalid)?;
    let token = Token::brought(&token);
    let accepted = app.invitations.accept(&token, &code, full_name, password, tried.from()).await;
    // What was only too short was no guess; what was judged was work.
    let counts = match &accepted {
        Err(Refused::Status(_) | Refused::WrongCode { .. } | Refused::WrongPassword | Refused::TooMany(_)) => true,
        Err(Refused::Password(error)) => *error == ValueError::EasilyGuessed,
        _ => false,
    };
    if !counts {
        tried.pardon();
    }
    let (account, place) = accepted?;
    app.security.note_at(SecurityKind::Joined, Some(account.id), Some(place), &here).await;
    session::open(&app, account, here, &headers).await
}

impl std::convert::From<Refused> for Fault {
    fn from(refused: Refused) -> Self {
        let gone = |code| Self::coded(StatusCode::GONE, code);
        match refused {
            Refused::Status(InvitationStatus::Unknown) => Self::coded(StatusCode::NOT_FOUND, "invitation_unknown"),
            Refused::Status(InvitationStatus::Expired) => gone("invitation_expired"),
            Refused::Status(InvitationStatus::Used) => gone("invitation_used"),
            Refused::Status(InvitationStatus::Locked) => gone("invitation_locked"),
            Refused::Status(InvitationStatus::Ended | InvitationStatus::Open) => gone("invitation_ended"),
            Refused::WrongCode { left } => Self::wrong_code(left),
            Refused::WrongPassword => Self::wrong_password(),
            Refused::Temporary => Self::password_change_needed(),
            Refused::Password(error) => NotTaken::Weak(error).into(),
            Refused::TooMany(too_many) => too_many.into(),
            Refused::Rule(refusals) => Self::refused(refusals),
            Refused::Tenant(error) => error.into(),
            Refused::Hashing(error) => error.into(),
        }
    }
}
