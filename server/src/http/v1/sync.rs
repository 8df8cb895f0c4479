//! `POST /api/v1/tenants/{tenant}/sync`: push and pull in one.

use super::commands::too_many;
use crate::{
    http::{
        App,
        body::{Form, Raw},
        large,
        signed_in::Member,
        work::Work,
    },
    problem::{Answer, Fault},
    tenant::{Ask, News},
};
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use rollcall_core::sync::{
    Envelope, Held, MAX_BUCKETS, MAX_COMMANDS, OLDEST_PROTOCOL, PROTOCOL_VERSION, SyncRequest, TELLS_HELD, protocol_of,
};
use serde::Deserialize;

pub async fn post(State(app): State<App>, headers: HeaderMap, work: Work) -> Answer<Response> {
    let Work { member: Member { session, tenant, user }, raw, shares: _until_done } = work;
    let form = raw.form;
    let read = raw.read_by(&app, |raw| match version(raw) {
        Some(version) if version > PROTOCOL_VERSION => Err(newer()),
        Some(version) if version < OLDEST_PROTOCOL => Err(older()),
        _ => raw.read::<SyncRequest>(),
    });
    let request = read.await?;
    check(&request)?;
    let who = (tenant, user);
    app.allowances.commanded(who, request.commands.len(), app.clock.now());
    let tenant = app.tenants.tenant(tenant);
    // Somebody who is no longer an active user gets no verdicts either: its outbox waits until it is one again.
    tenant.admit(user, session.by).await?;
    if request.user != user {
        return Err(Fault::coded(StatusCode::UNAUTHORIZED, "another_user"));
    }
    let SyncRequest { protocol, cursor, commands, held, .. } = request;
    let cursor = cursor.map(|cursor| cursor.told_in(protocol));
    let known = Ask { cursor, held, tells_held: protocol >= TELLS_HELD };
    let News { answer, share } = tenant.sync(user, commands, known).await?;
    let answer = answer.readable_in(protocol);
    large::answer(&app, who, form, &headers, answer, share).await
}

/// The protocol that a body is in, also when nothing else of it can be read.
fn version(raw: &Raw) -> Option<u16> {
    #[derive(Deserialize)]
    struct Head {
        protocol: u16,
    }
    match raw.form {
        Form::Json => serde_json::from_slice::<Head>(&raw.body).ok().map(|head| head.protocol),
        Form::Stored => protocol_of(&raw.body),
    }
}

/// The client is of a later version: it waits for the server to be updated.
fn newer() -> Fault {
    Fault::coded(StatusCode::CONFLICT, "newer_client")
}

/// The client is of a version that is no longer understood.
fn older() -> Fault {
    Fault::coded(StatusCode::CONFLICT, "unknown_protocol")
}

fn check(request: &SyncRequest) -> Answer<()> {
    if request.commands.len() > MAX_COMMANDS {
        return Err(too_many());
    }
    let unexpected = |detail: &str| Err(Fault::new(StatusCode::UNPROCESSABLE_ENTITY, "unexpected_value", detail));
    if request.commands.iter().any(|envelope| envelope.device != request.device) {
        return unexpected("Every command must be of the device that sends the request.");
    }
    if !request.commands.is_sorted_by(|a: &Envelope, b: &Envelope| a.seq < b.seq) {
        return unexpected("The commands must be in the order of their sequence numbers, each number once.");
    }
    if request.held.as_ref().is_some_and(Held::too_many) {
        return unexpected(&format!("At held: at most {MAX_BUCKETS} digests, for no view is told apart in more."));
    }
    if request.commands.last().is_some_and(|last| i64::try_from(last.seq.0).is_err()) {
        return unexpected("A sequence number is too large.");
    }
    Ok(())
}
