//! `POST /api/v1/tenants/{tenant}/commands`: for integrators who keep no replica. One command or a list of them as JSON;
//! the answer is one verdict, or a list of verdicts in the same order. Their numbers are counted in the session.
//! With `?dry_run=true` nothing happens, and the answers say what would, each as if the allowed ones before it were done.

use crate::{
    http::{
        App,
        body::{self, Form},
        large,
        signed_in::Member,
        work::Work,
    },
    problem::{Answer, Fault},
};
use axum::{
    extract::{Query, State, rejection::QueryRejection},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use rollcall_core::{
    Command,
    command::COMMAND_VERSION,
    id::CommandId,
    sync::{Envelope, MAX_COMMANDS, Seq},
};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{IgnoredAny, SeqAccess, Visitor},
};
use std::{fmt, marker::PhantomData};

/// The share of large answers that is taken before a dry run, in KiB: it may change as much as one command, and tells all of
/// it.
const DRY: u32 = 32 * 1024;

/// What follows the `?`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Options {
    #[serde(default)]
    dry_run: bool,
}

pub async fn post(
    State(app): State<App>,
    headers: HeaderMap,
    options: Result<Query<Options>, QueryRejection>,
    work: Work,
) -> Answer<Response> {
    let Work { member: Member { session, tenant, user }, raw, shares: _until_done } = work;
    if raw.form != Form::Json {
        return Err(body::json_wanted());
    }
    let options = options.map_err(|rejection| {
        let detail = format!("The address is wrong behind its question mark: {}.", rejection.body_text());
        Fault::new(StatusCode::BAD_REQUEST, "malformed", detail)
    })?;
    let several = raw.body.trim_ascii_start().starts_with(b"[");
    let read = raw.read_by(&app, move |raw| {
        if several {
            raw.read::<AtMost<Command, MAX_COMMANDS>>()?.0.ok_or_else(too_many)
        } else {
            Ok(vec![raw.read()?])
        }
    });
    let commands = read.await?;
    let who = (tenant, user);
    // One that brings none costs as much as one that brings one.
    app.allowances.commanded(who, commands.len().max(1), app.clock.now());
    let tenant = app.tenants.tenant(tenant);
    tenant.admit(user, session.by).await?;
    if options.dry_run {
        let share = app.answers.take(who, DRY).await;
        let answers = OneOrAll::of(tenant.try_dry(user, commands).await?, several);
        return large::answer(&app, who, Form::Json, &headers, answers, Some(share)).await;
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
        seen: None,
    };
    let verdicts = tenant.push(user, (first.0..).zip(commands).map(envelope).collect()).await?;
    large::answer(&app, who, Form::Json, &headers, OneOrAll::of(verdicts, several), None).await
}

/// Answers as was asked: one for one, a list for a list.
#[derive(Serialize)]
#[serde(untagged)]
enum OneOrAll<T> {
    One(T),
    All(Vec<T>),
}

impl<T> OneOrAll<T> {
    fn of(mut answers: Vec<T>, several: bool) -> Self {
        match answers.pop() {
            Some(only) if !several => Self::One(only),
            last => {
                answers.extend(last);
                Self::All(answers)
            }
        }
    }
}

/// What a request may not have.
pub fn too_many() -> Fault {
    let detail = format!("At most {MAX_COMMANDS} commands go in one request: send the rest in another.");
    Fault::new(StatusCode::UNPROCESSABLE_ENTITY, "too_many_commands", detail)
}

/// A list of so many, or nothing when it is longer: those behind are counted out and not built.
struct AtMost<T, const MAX: usize>(Option<Vec<T>>);

impl<'de, T: Deserialize<'de>, const MAX: usize> Deserialize<'de> for AtMost<T, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Items<T, const MAX: usize>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>, const MAX: usize> Visitor<'de> for Items<T, MAX> {
            type Value = AtMost<T, MAX>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
                let mut built = Vec::new();
                while built.len() < MAX {
                    let Some(item) = items.next_element()? else { return Ok(AtMost(Some(built))) };
                    built.push(item);
                }
                let mut more = false;
                while items.next_element::<Surplus>()?.is_some() {
                    more = true;
                }
                Ok(AtMost((!more).then_some(built)))
            }
        }
        deserializer.deserialize_seq(Items(PhantomData))
    }
}

/// What is counted and not looked at; unlike a field that nothing reads, it is not unknown.
struct Surplus;

impl<'de> Deserialize<'de> for Surplus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(IgnoredAny).map(|_| Self)
    }
}
