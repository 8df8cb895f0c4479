//! The rows of the file with the verdict on each, wrong cells marked. Only the visible rows exist.

use super::{
    subject::Stands,
    work::{Show as Rows, Stage, Work},
};
use crate::{
    language::{self, t},
    list::virtual_rows::VirtualList,
    text,
    ui::icon::{Icon, icon},
};
use leptos::prelude::*;
use rollcall_core::Directory;

/// A row, ready to be shown.
struct Line {
    line: u32,
    tone: &'static str,
    verdict: String,
    /// The cells that are read, and what is wrong with each.
    cells: Vec<Cell>,
}

struct Cell {
    text: String,
    wrong: Option<String>,
    /// What it is read as, where that is not what it says.
    read: Option<String>,
    /// Addresses need more room than other cells.
    wide: bool,
}

/// The rows.
#[component]
pub fn Preview() -> impl IntoView {
    let work: Work = expect_context();
    let wrong = Memo::new(move |_| work.counts.get().rejected + work.outcome.get().failed);
    let read = Memo::new(move |_| work.sheet(|sheet| sheet.shown(Rows::Read).len()).unwrap_or_default());
    let left_out = Memo::new(move |_| work.counts.get().set_apart + work.counts.get().headings);
    let updated = Memo::new(move |_| work.counts.get().updated);
    // A choice that is gone shows everything.
    let show = Memo::new(move |_| match work.show.get() {
        Rows::Read if read.get() == 0 => Rows::All,
        Rows::Updated if updated.get() == 0 => Rows::All,
        Rows::LeftOut if left_out.get() == 0 => Rows::All,
        rows => rows,
    });
    let shown = Memo::new(move |_| work.sheet(|sheet| sheet.shown(show.get())).unwrap_or_default());
    let count = Memo::new(move |_| shown.with(Vec::len));
    let headings = move || {
        let list = work.sheet(|sheet| {
            let columns = (0..sheet.read.columns()).filter(|index| sheet.read.is_read(*index));
            columns.filter_map(|index| sheet.read.holds(index)).map(|held| (held.label, held.wide)).collect::<Vec<_>>()
        });
        let heading = |(heading, wide)| view! { <span class="clip" class:wide=wide role="columnheader" dir="auto">{heading}</span> };
        list.unwrap_or_default().into_iter().map(heading).collect_view()
    };
    let chip = move |rows: Rows, name: String, count: Signal<usize>| {
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || if show.get() == rows { "true" } else { "false" }
                on:click=move |_| {
                    work.show.set(rows);
                    work.window.rewind();
                }
            >
                {name}
                <span class="number">{move || language::number(count.get())}</span>
            </button>
        }
    };
    let all = Signal::derive(move || work.sheet(|sheet| sheet.table.rows().len()).unwrap_or_default());
    view! {
        <div class="preview">
            <div class="chips" role="group" aria-label=t!(import_rows_shown)>
                {chip(Rows::All, t!(import_all_rows), all)} {chip(Rows::ToFix, t!(import_rows_to_fix), wrong.into())}
                {move || (read.get() > 0).then(|| chip(Rows::Read, t!(import_rows_read), read.into()))}
                {move || (updated.get() > 0).then(|| chip(Rows::Updated, t!(import_rows_updated), updated.into()))}
                {move || (left_out.get() > 0).then(|| chip(Rows::LeftOut, t!(import_rows_left_out), left_out.into()))}
            </div>
            <div class="sheet" role="table" aria-label=t!(import_rows) aria-rowcount=move || count.get().to_string()>
                <div class="sheet-row columns" role="row">
                    <span class="line" role="columnheader">{t!(import_line)}</span>
                    <span class="cells" role="presentation">{headings}</span>
                    <span class="verdict" role="columnheader">{t!(import_result)}</span>
                </div>
                <VirtualList
                    count=count
                    window=work.window
                    row=move |index| {
                        let place = shown.with(|shown| shown.get(index).copied());
                        place.and_then(|place| line(work, place)).map(drawn)
                    }
                />
            </div>
        </div>
    }
}

fn line(work: Work, place: usize) -> Option<Line> {
    let done = matches!(work.stage.get(), Stage::Done);
    work.app
        .ask_once(|replica, _| {
            let names = Some(replica.view());
            work.sheet(|sheet| {
                let row = sheet.table.rows().get(place)?;
                let read = &sheet.read;
                let stands = read.stands(place);
                let (tone, verdict) = match (sheet.failed.get(&place), &stands) {
                    (Some(reason), _) => ("bad", reason.clone()),
                    (None, None) => ("", String::new()),
                    (None, Some(Stands::Apart)) => ("", t!(import_row_set_apart)),
                    (None, Some(Stands::Heading)) => ("", t!(import_row_heading)),
                    (None, Some(Stands::Ready)) if done => ("good", t!(import_row_imported)),
                    (None, Some(Stands::Ready)) => ("good", t!(import_row_ready)),
                    (None, Some(Stands::Update(_))) if done => ("good", t!(import_row_updated)),
                    (None, Some(Stands::Update(fields))) => ("good", text::import::update(fields)),
                    (None, Some(Stands::AlreadyThere)) => ("", t!(import_row_already_here)),
                    (None, Some(Stands::Rejected(errors))) => ("bad", text::import::row(errors, &sheet.table, names)),
                };
                let cell = |index: usize| Cell {
                    text: read.shown(&sheet.table, row, index).to_owned(),
                    wrong: wrong(stands.as_ref(), index, names),
                    read: read.read(place).iter().find(|cell| cell.column == index).map(|cell| cell.value.clone()),
                    wide: read.holds(index).is_some_and(|held| held.wide),
                };
                let cells = (0..read.columns()).filter(|index| read.is_read(*index)).map(cell).collect();
                Some(Line { line: row.line(), tone, verdict, cells })
            })?
        })
        .flatten()
}

fn wrong(stands: Option<&Stands<'_>>, column: usize, names: Option<&Directory>) -> Option<String> {
    let Some(Stands::Rejected(errors)) = stands else { return None };
    let mine: Vec<String> = errors
        .iter()
        .filter(|error| error.column == Some(column))
        .map(|error| text::import::cell(&error.problem, names))
        .collect();
    (!mine.is_empty()).then(|| mine.join(" "))
}

fn drawn(line: Line) -> impl IntoView {
    let cells = line
        .cells
        .into_iter()
        .map(|Cell { text, wrong, read, wide }| {
            let bad = wrong.is_some();
            let title = match (wrong, &read) {
                (Some(wrong), _) => format!("{text}\n{wrong}"),
                (None, Some(value)) => t!(import_cell_read, cell = &text, value),
                (None, None) => text.clone(),
            };
            let empty = text.trim().is_empty();
            let unusual = read.is_some();
            let shown = match read {
                Some(value) => {
                    view! { <span class="written" dir="auto">{text}</span> " " <bdi>{value}</bdi> }.into_any()
                }
                None if bad && empty => t!(import_empty_cell).into_any(),
                None => text.into_any(),
            };
            view! {
                <span class="clip" class:bad=bad class:read=unusual class:wide=wide role="cell" dir="auto" title=title>
                    {shown}
                </span>
            }
        })
        .collect_view();
    let sign = match line.tone {
        "good" => Some(Icon::Check),
        "bad" => Some(Icon::Alert),
        _ => None,
    };
    view! {
        <div class="sheet-row" role="row">
            <span class="line number faint" role="cell">{line.line}</span>
            <span class="cells" role="presentation">{cells}</span>
            <span class=format!("verdict {}", line.tone) role="cell" title=line.verdict.clone()>
                {sign.map(icon)}
                <span class="two-lines" dir="auto">{line.verdict.clone()}</span>
            </span>
        </div>
    }
}
