//! `GET /api/v1/tenants/{tenant}/users/export`: the list of users as a file (S2.16), written as it is sent.

use crate::{
    heavy::Heavy,
    http::{App, large, signed_in::Member},
    problem::{Answer, Fault},
    shares::kib,
    tenant::Tenant,
};
use axum::{
    extract::{Query, State, rejection::QueryRejection},
    http::StatusCode,
    response::Response,
};
use rollcall_core::{
    Actor, Context,
    context::View,
    id::UserId,
    transfer::{CsvStyle, ExportUsers, UserColumns, UserRows, WorkbookWriter, csv, widen},
};
use serde::Deserialize;
use std::{io, mem::size_of, sync::Arc};

/// How many users are read at a time; commands of others have their turn in between.
const PORTION: usize = 1_000;
/// About as much as a cell takes beside the text in it, and as a text is long.
const CELL: usize = size_of::<String>() + 64;

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
    let headings = columns.headings();
    // Of whatever length: a portion of it, read and written, is in memory at a time.
    let portion = kib(ids.len().min(PORTION).saturating_mul(headings.len() * CELL));
    let share = app.answers.take((tenant, asker), portion).await;
    let users = Arc::new(Users { asked, context, which, columns, ids, heavy: app.heavy.clone() });
    match format {
        Format::Xlsx => {
            const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            let mut widths = Vec::new();
            widen(&mut widths, [&headings]);
            for from in (0..users.ids.len()).step_by(PORTION) {
                widen(&mut widths, users.portion(from).await?);
            }
            let begin = || {
                let (mut writer, mut start) = WorkbookWriter::new("Users", &widths)?;
                start.extend(writer.rows([headings])?);
                io::Result::Ok((writer, start))
            };
            let (writer, start) = begin().map_err(|_| Fault::internal())?;
            large::file(KIND, "users.xlsx", share, Some((Some(start), 0, writer)), move |book| users.clone().book(book))
        }
        Format::Csv => {
            let start = csv(CsvStyle::default(), [headings]);
            let file = "text/csv; charset=utf-8";
            large::file(file, "users.csv", share, (Some(start), 0), move |lines| users.clone().lines(lines))
        }
    }
}

/// A workbook in the making: what was made of it and not sent, from where to go on, and its writer. None when it has ended.
type Book = Option<(Option<Vec<u8>>, usize, WorkbookWriter)>;

/// The users of a file, read in portions while it is sent.
struct Users {
    asked: Tenant,
    context: Context,
    which: ExportUsers,
    columns: UserColumns,
    ids: Vec<UserId>,
    heavy: Heavy,
}

impl Users {
    /// The rows of the next users.
    async fn portion(&self, from: usize) -> Answer<Vec<Vec<String>>> {
        let ids: Vec<UserId> = self.ids.iter().skip(from).take(PORTION).copied().collect();
        let (context, which, columns) = (self.context, self.which, self.columns.clone());
        let read = self.asked.read(move |directory| {
            let users = UserRows::of(directory, &context, which, &ids);
            users.map(|users| users.below(&columns).collect::<Vec<_>>())
        });
        read.await?.map_err(Fault::refused)
    }

    async fn lines(self: Arc<Self>, (start, from): (Option<Vec<u8>>, usize)) -> Part<(Option<Vec<u8>>, usize)> {
        if let Some(start) = start {
            return Ok(Some((start, (None, from))));
        }
        if from >= self.ids.len() {
            return Ok(None);
        }
        let rows = self.portion(from).await.map_err(|_| cut_off())?;
        // The mark stands before the first row only.
        let style = CsvStyle { bom: false, ..CsvStyle::default() };
        let part = self.heavy.run(move || csv(style, rows)).await.map_err(io::Error::other)?;
        Ok(Some((part, (None, from + PORTION))))
    }

    async fn book(self: Arc<Self>, book: Book) -> Part<Book> {
        let Some((start, from, mut writer)) = book else { return Ok(None) };
        if let Some(start) = start {
            return Ok(Some((start, Some((None, from, writer)))));
        }
        if from >= self.ids.len() {
            let end = self.heavy.run(move || writer.finish()).await.map_err(io::Error::other)??;
            return Ok(Some((end, None)));
        }
        let rows = self.portion(from).await.map_err(|_| cut_off())?;
        let packed = self.heavy.run(move || writer.rows(rows).map(|part| (part, writer)));
        let (part, writer) = packed.await.map_err(io::Error::other)??;
        Ok(Some((part, Some((None, from + PORTION, writer)))))
    }
}

/// A part of a file, and what comes after it.
type Part<S> = io::Result<Option<(Vec<u8>, S)>>;

/// Who reads it lost the right to, or the organisation can't be asked.
fn cut_off() -> io::Error {
    io::ErrorKind::ConnectionAborted.into()
}
