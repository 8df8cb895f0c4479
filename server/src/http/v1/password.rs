//! `/api/v1/passwords`: a link for whoever forgot its password; `/api/v1/passwords/{token}`: what a mailed link is for, and what is
//! done with it.

use super::session;
use crate::{
    http::{App, body::Json, peer::Trying, signed_in::Here},
    identity::{NotTaken, Token, account::NotUsed, who::Typed},
    problem::{Answer, Fault},
    store::{JobKind, NO_TENANT, NewJob},
};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use rollcall_core::{
    Refusal,
    api::{ForgotPassword, PasswordView, SetPassword},
    refusal::Field,
    value::ValueError,
};

/// The longest identifier that anybody has, in bytes.
const LONGEST: u16 = 320;

/// `POST /api/v1/passwords`: the answer and its time are the same whether there is such an account, because nobody looks.
pub async fn forgotten(
    State(app): State<App>,
    Trying(tried): Trying,
    Json(ForgotPassword { identifier, organisation }): Json<ForgotPassword>,
) -> Answer<StatusCode> {
    let identifier = identifier.trim().to_owned();
    let organisation = organisation.map(|named| named.trim().to_owned()).filter(|named| !named.is_empty());
    let longest = identifier.len().max(organisation.as_ref().map_or(0, String::len));
    let invalid = if identifier.is_empty() {
        Some(ValueError::Empty)
    } else {
        (longest > usize::from(LONGEST)).then_some(ValueError::TooLong { max: LONGEST })
    };
    if let Some(error) = invalid {
        return Err(Fault::refused(Refusal::Invalid { field: Field::Email, error }));
    }
    let typed = Typed::new(&identifier, organisation.as_deref());
    // Never taken back: each may be a mail.
    let _ = app.throttle.count(tried.from(), &format!("forgotten {}", typed.counted())).await??;
    mail_link(&app, JobKind::SendForgotten { identifier, organisation }).await?;
    Ok(StatusCode::ACCEPTED)
}

/// Has a mail sent that belongs to no organisation.
pub(super) async fn mail_link(app: &App, kind: JobKind) -> Answer<()> {
    let job = NewJob { id: app.clock.id(), kind, due: app.clock.now() };
    app.store.put_job(NO_TENANT, &job).await?;
    app.tenants.job_bell().notify_one();
    Ok(())
}

/// `GET /api/v1/passwords/{token}`.
pub async fn get(
    State(app): State<App>,
    Trying(tried): Trying,
    Path(token): Path<String>,
) -> Answer<axum::Json<PasswordView>> {
    let view = app.links.view(&Token::brought(&token)).await?.ok_or(NotUsed::Over)?;
    tried.pardon();
    Ok(axum::Json(view))
}

/// `POST /api/v1/passwords/{token}`: does what the link is for, and signs in.
pub async fn set(
    State(app): State<App>,
    Trying(tried): Trying,
    Path(token): Path<String>,
    Here(here): Here,
    headers: HeaderMap,
    Json(SetPassword { password, voicemail_pin }): Json<SetPassword>,
) -> Answer<Response> {
    let token = Token::brought(&token);
    let applied = app.links.apply(&token, password, voicemail_pin.as_deref(), tried.from(), &here).await;
    // What was only too short was no guess; what was judged was work.
    let counts = match &applied {
        Err(NotUsed::Over | NotUsed::WrongPassword | NotUsed::TooMany(_)) => true,
        Err(NotUsed::Password(error)) => *error == ValueError::EasilyGuessed,
        _ => false,
    };
    if !counts {
        tried.pardon();
    }
    session::open(&app, applied?, here, &headers).await
}

impl std::convert::From<NotUsed> for Fault {
    fn from(error: NotUsed) -> Self {
        match error {
            NotUsed::Over => Self::coded(StatusCode::GONE, "link_over"),
            NotUsed::Password(error) => NotTaken::Weak(error).into(),
            NotUsed::Pin(error) => Self::refused(Refusal::Invalid { field: Field::VoicemailPin, error }),
            NotUsed::WrongPassword => Self::wrong_password(),
            NotUsed::Temporary => Self::password_change_needed(),
            NotUsed::TooMany(too_many) => too_many.into(),
            NotUsed::Tenant(error) => error.into(),
            NotUsed::Hashing(error) => error.into(),
        }
    }
}
