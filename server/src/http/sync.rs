//! `POST /api/tenants/{tenant}/sync`: push and pull in one.

use super::{App, body::Either, signed_in::Member};
use crate::problem::{Answer, Fault};
use axum::{extract::State, http::StatusCode, response::Response};
use rollcall_core::{
    command::COMMAND_VERSION,
    sync::{Envelope, MAX_COMMANDS, PROTOCOL_VERSION, SyncRequest, SyncResponse},
};

pub async fn post(
    State(app): State<App>,
    Member { tenant, user, .. }: Member,
    Either { value: request, form }: Either<SyncRequest>,
) -> Answer<Response> {
    check(&request)?;
    let tenant = app.tenants.tenant(tenant);
    // Somebody who is no longer an active user gets no verdicts either: its outbox waits until it is one again.
    tenant.active(user).await?;
    if request.user != user {
        let detail = "Another account is signed in in this browser now. Sign in again to go on with this one.";
        return Err(Fault::new(StatusCode::UNAUTHORIZED, "another_user", detail));
    }
    let SyncRequest { cursor, commands, .. } = request;
    let verdicts = tenant.push(user, commands).await?;
    let pulled = tenant.pull(user, cursor).await?;
    Ok(form.answer(&SyncResponse { verdicts, ..pulled }))
}

fn check(request: &SyncRequest) -> Answer<()> {
    if request.protocol != PROTOCOL_VERSION || request.commands.iter().any(|c| c.version != COMMAND_VERSION) {
        return Err(Fault::new(
            StatusCode::CONFLICT,
            "unknown_protocol",
            "The page and the server are of different versions. Nothing is lost; load the page anew when it is ready.",
        ));
    }
    if request.commands.len() > MAX_COMMANDS {
        let detail = format!("At most {MAX_COMMANDS} commands go in one request: send the rest in another.");
        return Err(Fault::new(StatusCode::UNPROCESSABLE_ENTITY, "too_many_commands", detail));
    }
    let unexpected = |detail: &str| Err(Fault::new(StatusCode::UNPROCESSABLE_ENTITY, "unexpected_value", detail));
    if request.commands.iter().any(|envelope| envelope.device != request.device) {
        return unexpected("Every command must be of the device that sends the request.");
    }
    if !request.commands.is_sorted_by(|a: &Envelope, b: &Envelope| a.seq < b.seq) {
        return unexpected("The commands must be in the order of their sequence numbers, each number once.");
    }
    if request.commands.last().is_some_and(|last| i64::try_from(last.seq.0).is_err()) {
        return unexpected("A sequence number is too large.");
    }
    Ok(())
}
