//! `POST /api/tenants/{tenant}/commands`: for integrators who keep no replica. One command or a list of them as JSON;
//! the answer is one verdict, or a list of verdicts in the same order. Their numbers are counted in the session.
//! With `?dry_run=true` nothing happens, and the answers say what would, each as if the allowed ones before it were done.

use super::{App, body::Json, signed_in::Member};
use crate::problem::{Answer, Fault};
use axum::{
    extract::{Query, State, rejection::QueryRejection},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rollcall_core::{
    Command,
    command::COMMAND_VERSION,
    id::CommandId,
    sync::{Envelope, MAX_COMMANDS, Seq},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What follows the `?`.
#[derive(Deserialize)]
pub struct Options {
    #[serde(default)]
    dry_run: bool,
}

pub async fn post(
    State(app): State<App>,
    Member { session, tenant, user }: Member,
    options: Result<Query<Options>, QueryRejection>,
    Json(body): Json<Value>,
) -> Answer<Response> {
    let options = options.map_err(|rejection| {
        let detail = format!("The address is wrong behind its question mark: {}.", rejection.body_text());
        Fault::new(StatusCode::BAD_REQUEST, "malformed", detail)
    })?;
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
    tenant.admit(user, session.by).await?;
    if options.dry_run {
        return Ok(one_or_all(&tenant.try_dry(user, commands).await?, several));
    }
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
    Ok(one_or_all(&verdicts, several))
}

/// Answers as was asked: one for one, a list for a list.
fn one_or_all<T: Serialize>(answers: &[T], several: bool) -> Response {
    match answers.first() {
        Some(only) if !several => axum::Json(only).into_response(),
        _ => axum::Json(answers).into_response(),
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
