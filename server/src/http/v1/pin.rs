//! `POST /api/v1/tenants/{tenant}/voicemail-pin`: one's own PIN, with which one listens to one's messages on a phone.

use super::account::verified;
use crate::{
    http::{
        App,
        body::Json,
        signed_in::{Here, Member},
    },
    identity::Asker,
    problem::{Answer, Fault},
};
use axum::{extract::State, http::StatusCode};
use rollcall_core::{
    Refusal,
    api::{SecurityKind, SetPin},
    refusal::Field,
    value::VoicemailPin,
};

pub async fn post(
    State(app): State<App>,
    Member { session, tenant, user }: Member,
    Here(here): Here,
    Json(SetPin { password, voicemail_pin }): Json<SetPin>,
) -> Answer<StatusCode> {
    app.tenants.tenant(tenant).admit(user, session.by).await?;
    let invalid = |error| Fault::refused(Refusal::Invalid { field: Field::VoicemailPin, error });
    let pin = VoicemailPin::parse(&voicemail_pin).map_err(invalid)?;
    let account = verified(&app, &session, password).await?;
    let pin = app.passwords.hash(pin.expose().to_owned(), Asker::Known(account.id)).await?;
    if !app.store.set_pin(account.id, (tenant, user), &account.password, &pin).await? {
        // The password was changed, or the account is somebody else here, while this one was looked at.
        return Err(Fault::wrong_password());
    }
    app.security.note_at(SecurityKind::PinSet, Some(account.id), Some((tenant, user)), &here).await;
    Ok(StatusCode::NO_CONTENT)
}
