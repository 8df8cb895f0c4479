//! `GET /api/v1/tenants/{tenant}/users/export`: the list of users as a file (S2.16), written as it is sent.

use crate::{
    http::{App, large, signed_in::Member},
    problem::{Answer, Fault},
    shares::kib,
};
use axum::{
    extract::{Query, State, rejection::QueryRejection},
    http::StatusCode,
    response::Response,
};
use rollcall_core::{
    Actor, Context,
    context::View,
    transfer::{CsvStyle, ExportUsers, UserRows, csv, widths, write_workbook},
};
use serde::Deserialize;
use std::mem::size_of;

/// How many users are read at a time; commands of others have their turn in between.
const PORTION: usize = 1_000;

/// What is asked for.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// Which users; all when absent.
    #[serde(default)]
    which: ExportUsers,
    #[serde(default)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Format {
    /// A workbook of Excel.
    #[default]
    Xlsx,
    Csv,
}

pub async fn export(
    State(app): State<App>,
    Member { session, tenant, user: asker }: Member,
    options: Result<Query<Asked>, QueryRejection>,
) -> Answer<Response> {
    let Query(Asked { which, format }) = options.map_err(|rejection| {
        let detail = format!("The address is wrong behind its question mark: {}.", rejection.body_text());
        Fault::new(StatusCode::BAD_REQUEST, "malformed", detail)
    })?;
    let asked = app.tenants.tenant(tenant);
    asked.admit(asker, session.by).await?;
    let context = Context { actor: Actor::User(asker), now: app.clock.now(), view: View::Whole };
    let found = move |users: UserRows<'_>| (users.ids(), users.columns());
    let all = asked.read(move |directory| UserRows::new(directory, &context, which).map(found)).await?;
    let (ids, columns) = all.map_err(Fault::refused)?;
    let row = columns.headings().len() * (size_of::<String>() + 32);
    let mut share = app.answers.take((tenant, asker), kib(ids.len().saturating_mul(row))).await;
    let mut rows = vec![columns.headings()];
    for portion in ids.chunks(PORTION) {
        let (portion, columns) = (portion.to_vec(), columns.clone());
        let read = asked.read(move |directory| {
            let users = UserRows::of(directory, &context, which, &portion);
            users.map(|users| users.below(&columns).collect::<Vec<_>>())
        });
        rows.extend(read.await?.map_err(Fault::refused)?);
    }
    let bytes = rows.iter().flatten().map(|cell| cell.len() + size_of::<String>()).sum();
    share.keep(kib(bytes));
    match format {
        Format::Xlsx => {
            const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            large::file(&app, KIND, "users.xlsx", share, move |out| write_workbook(out, "Users", &widths(&rows), rows))
        }
        Format::Csv => large::file(&app, "text/csv; charset=utf-8", "users.csv", share, move |out| {
            // The mark stands before the first row only.
            let style = |first: bool| CsvStyle { bom: first, ..CsvStyle::default() };
            rows.iter().enumerate().try_for_each(|(place, row)| out.write_all(&csv(style(place == 0), [row])))
        }),
    }
}
