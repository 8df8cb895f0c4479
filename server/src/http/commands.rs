//! `POST /api/tenants/{tenant}/commands`: for integrators who keep no replica. One command or a list of them as JSON;
//! the answer is one verdict, or a list of verdicts in the same order. Their numbers are counted in the session.

use super::{App, body::Json, signed_in::Member};
use crate::problem::{Answer, Fault};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rollcall_core::{
    Command,
    command::COMMAND_VERSION,
    id::CommandId,
    sync::{Envelope, MAX_COMMANDS, Seq},
};
use serde_json::Value;

pub async fn post(
    State(app): State<App>,
    Member { session, tenant, user }: Member,
    Json(body): Json<Value>,
) -> Answer<Response> {
    let several = body.is_array();
    let bodies = match body {
        Value::Array(bodies) => bodies,
        one => vec![one],
    };
    if bodies.len() > MAX_COMMANDS {
        let detail = format!("At most {MAX_COMMANDS} commands go in one request: send the rest in another.");
        return Err(Fault::new(StatusCode::UNPROCESSABLE_ENTITY, "too_many_commands", detail));
    }
    let mut commands = Vec::with_capacity(bodies.len());
    for (index, body) in bodies.into_iter().enumerate() {
        commands.push(parse(body, several.then_some(index))?);
    }
    let tenant = app.tenants.tenant(tenant);
    tenant.active(user).await?;
    let count = u64::try_from(commands.len()).unwrap_or(u64::MAX);
    let first = app.store.take_seqs(&session.token, count).await?.ok_or_else(Fault::signed_out)?;
    let now = app.clock.now();
    let envelope = |(seq, command)| Envelope {
        device: session.device,
        seq: Seq(seq),
        id: CommandId::new(app.clock.id()),
        version: COMMAND_VERSION,
        claimed: now,
        command,
    };
    let verdicts = tenant.push(user, (first.0..).zip(commands).map(envelope).collect()).await?;
    match verdicts.first() {
        Some(only) if !several => Ok(axum::Json(only).into_response()),
        _ => Ok(axum::Json(verdicts).into_response()),
    }
}

fn parse(body: Value, index: Option<usize>) -> Answer<Command> {
    serde_path_to_error::deserialize(body).map_err(|error| {
        let index = index.map(|index| format!("[{index}]")).unwrap_or_default();
        let path = error.path().to_string();
        let detail = format!("At {index}{}{path}: {}.", if index.is_empty() { "" } else { "." }, error.inner());
        Fault::new(StatusCode::UNPROCESSABLE_ENTITY, "unexpected_value", detail)
    })
}
