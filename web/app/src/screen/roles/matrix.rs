//! The matrix: a row for each permission, a column for each role. Cells are gone through by arrows and changed by the space bar;
//! what is changed is kept on the page until it is looked at and saved.

use super::{
    Page,
    changes::{Changes, bar},
    groups,
};
use crate::{
    browser,
    language::t,
    list::offered,
    text,
    ui::{
        badge::pending_mark,
        icon::{Icon, icon},
        link::Link,
    },
};
use leptos::{ev, html, prelude::*};
use rollcall_core::{Key, access::permission_rows, command::Verb, id::RoleId, query::role_list, value::fold};
use rollcall_view::{Route, Screen};
use wasm_bindgen::JsCast;

/// A role at the head of its column.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Column {
    id: RoleId,
    name: String,
    built_in: bool,
    /// Why its cells can't be changed; none: they can.
    fixed: Option<String>,
}

/// A cell: row and column.
type Place = (usize, usize);

/// The matrix with the bar for what was changed in it.
pub fn matrix(page: Page) -> AnyView {
    let app = page.app;
    let changes = Changes::new(app);
    let columns = Memo::new(move |_| {
        let columns = app.ask(|replica, now| {
            let column = |row: rollcall_core::query::RoleRow| {
                let fixed = match offered(replica, now, Verb::EditRole, &Key::Role(row.id)) {
                    Some(offer) if offer.why_not.is_empty() => None,
                    Some(offer) => Some(text::refusals(&offer.why_not, Some(replica.view()))),
                    None if row.built_in => Some(t!(roles_built_in_note)),
                    None => Some(t!(roles_not_yours)),
                };
                Column { id: row.id, name: row.name.to_string(), built_in: row.built_in, fixed }
            };
            role_list(replica.view()).into_iter().map(column).collect::<Vec<_>>()
        });
        columns.unwrap_or_default()
    });
    let words = RwSignal::new(String::new());
    let search = view! {
        <div class="with-inside search" role="search">
            {icon(Icon::Search)}
            <input
                class="input"
                type="search"
                aria-label=t!(roles_search)
                placeholder=t!(roles_search)
                prop:value=move || words.get()
                on:input=move |event| words.set(event_target_value(&event))
            />
        </div>
    };
    view! {
        <div class="matrix-tools">{search} <p class="faint">{t!(roles_matrix_note)}</p></div>
        {move || table(page, changes, columns.get(), words)}
        {bar(page, changes)}
    }
    .into_any()
}

fn table(page: Page, changes: Changes, columns: Vec<Column>, words: RwSignal<String>) -> AnyView {
    let wide = columns.len();
    let heads = columns.iter().map(|column| head(page, column)).collect_view();
    let cells: Vec<Cells> = columns.iter().map(|column| Cells::new(page, changes, column)).collect();
    let node = NodeRef::<html::Table>::new();
    let fixed: Vec<(RoleId, bool)> = columns.iter().map(|column| (column.id, column.fixed.is_some())).collect();
    let toggle = move |(row, column): Place| {
        if let Some((role, false)) = fixed.get(column) {
            changes.toggle(*role, row);
        }
    };
    let click = toggle.clone();
    let clicked = move |event: ev::MouseEvent| {
        if let Some(place) = place_of(event.target()) {
            go(node, place);
            click(place);
        }
    };
    let keys = move |event: ev::KeyboardEvent| {
        let Some((row, column)) = place_of(event.target()) else { return };
        let along = |by: isize| column.checked_add_signed(if is_rtl() { -by } else { by }).map(|column| (row, column));
        let to = match event.key().as_str() {
            " " | "Enter" => {
                event.prevent_default();
                return toggle((row, column));
            }
            "ArrowRight" => along(1),
            "ArrowLeft" => along(-1),
            "ArrowDown" => below(node, row).map(|row| (row, column)),
            "ArrowUp" => above(node, row).map(|row| (row, column)),
            "Home" if event.ctrl_key() => below(node, usize::MAX).map(|row| (row, 0)),
            "End" if event.ctrl_key() => above(node, usize::MAX).map(|row| (row, wide.saturating_sub(1))),
            "Home" => Some((row, 0)),
            "End" => Some((row, wide.saturating_sub(1))),
            _ => return,
        };
        event.prevent_default();
        if let Some(place) = to {
            go(node, place);
        }
    };
    let group = |(title, rows): (String, Vec<(usize, String)>)| {
        let lines: Vec<_> = rows.into_iter().map(|(row, name)| line(&cells, &columns, row, name, words)).collect();
        let (shown, views): (Vec<_>, Vec<_>) = lines.into_iter().unzip();
        let none = move || !shown.iter().any(|shown| shown.get());
        view! {
            <tr class="matrix-group" hidden=none>
                <th scope="colgroup" colspan=wide + 1><span>{title}</span></th>
            </tr>
            {views}
        }
    };
    let body = groups().into_iter().map(group).collect_view();
    view! {
        <div class="matrix-box">
            <table node_ref=node role="grid" class="matrix" aria-label=t!(roles) on:click=clicked on:keydown=keys>
                <thead>
                    <tr>
                        <th scope="col" class="corner">{t!(roles_matrix)}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn head(page: Page, column: &Column) -> AnyView {
    let Column { id, name, built_in, .. } = column.clone();
    let waits = move || page.pending.with(|pending| pending.contains(&Key::Role(id)));
    view! {
        <th scope="col">
            <Link to=Route::At(Screen::Roles, Some(id.uuid()))>
                <bdi>{name}</bdi>
            </Link>
            {built_in.then(|| view! { <small class="faint">{t!(roles_built_in)}</small> })}
            {move || waits().then(pending_mark)}
        </th>
    }
    .into_any()
}

/// What stands in a column, and what it would be.
#[derive(Clone, Copy)]
struct Cells {
    stands: Memo<Vec<bool>>,
    wanted: Memo<Vec<bool>>,
}

impl Cells {
    fn new(page: Page, changes: Changes, column: &Column) -> Self {
        let id = column.id;
        let stands = Memo::new(move |_| {
            let rows = |replica: &rollcall_core::sync::Replica, _| {
                replica.view().role(id).map(|role| permission_rows(role.permissions))
            };
            page.app.ask(rows).flatten().unwrap_or_default()
        });
        let wanted = Memo::new(move |_| changes.rows(id).unwrap_or_else(|| stands.get()));
        Self { stands, wanted }
    }
}

fn held(rows: Memo<Vec<bool>>, row: usize) -> bool {
    rows.with(|rows| rows.get(row).copied().unwrap_or_default())
}

/// A row, and whether the search leaves it.
fn line(
    cells: &[Cells],
    columns: &[Column],
    row: usize,
    name: String,
    words: RwSignal<String>,
) -> (Memo<bool>, AnyView) {
    let folded = fold(&name);
    let shown = Memo::new(move |_| {
        let words = words.with(|words| fold(words));
        words.split_whitespace().all(|word| folded.contains(word))
    });
    let cell = |(column, (cells, of)): (usize, (&Cells, &Column))| {
        let Cells { stands, wanted } = *cells;
        let fixed = of.fixed.is_some();
        let label = t!(roles_cell, permission = &name, role = &of.name);
        let gains = move || held(wanted, row) && !held(stands, row);
        let loses = move || !held(wanted, row) && held(stands, row);
        view! {
            <td role="gridcell" class:gains=gains class:loses=loses>
                <span
                    role="checkbox"
                    id=format!("cell-{row}-{column}")
                    tabindex=if (row, column) == (0, 0) { "0" } else { "-1" }
                    aria-checked=move || if held(wanted, row) { "true" } else { "false" }
                    aria-readonly=fixed.then_some("true")
                    aria-label=label
                    title=of.fixed.clone()
                >
                    {icon(Icon::Check)}
                </span>
            </td>
        }
    };
    let cells = cells.iter().zip(columns).enumerate().map(cell).collect_view();
    let view = view! {
        <tr data-row=row hidden=move || !shown.get()>
            <th scope="row">{name}</th>
            {cells}
        </tr>
    };
    (shown, view.into_any())
}

/// The cell that an event came to.
fn place_of(target: Option<web_sys::EventTarget>) -> Option<Place> {
    let element: web_sys::Element = target?.dyn_into().ok()?;
    let cell = match element.closest("[role=checkbox]").ok()? {
        Some(cell) => cell,
        // Beside the box, and in its cell.
        None => element.closest("td").ok()??.query_selector("[role=checkbox]").ok()??,
    };
    let id = cell.id();
    let (row, column) = id.strip_prefix("cell-")?.split_once('-')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

/// Puts the focus into a cell, to which the Tab key comes back.
fn go(table: NodeRef<html::Table>, (row, column): Place) {
    let Some(cell) = browser::element(&format!("cell-{row}-{column}")) else { return };
    let before = table.get_untracked().and_then(|table| table.query_selector("[role=checkbox][tabindex='0']").ok()?);
    if let Some(before) = before {
        let _ = before.set_attribute("tabindex", "-1");
    }
    let _ = cell.set_attribute("tabindex", "0");
    let _ = cell.focus();
}

/// The rows that are shown.
fn rows(table: NodeRef<html::Table>) -> Vec<usize> {
    let found = table.get_untracked().and_then(|table| table.query_selector_all("tr[data-row]:not([hidden])").ok());
    let Some(found) = found else { return Vec::new() };
    let row = |at: u32| {
        let row: web_sys::Element = found.item(at)?.dyn_into().ok()?;
        row.get_attribute("data-row")?.parse().ok()
    };
    (0..found.length()).filter_map(row).collect()
}

/// The row below, or the first.
fn below(table: NodeRef<html::Table>, row: usize) -> Option<usize> {
    rows(table).into_iter().find(|other| row == usize::MAX || *other > row)
}

/// The row above, or the last.
fn above(table: NodeRef<html::Table>, row: usize) -> Option<usize> {
    rows(table).into_iter().rev().find(|other| *other < row)
}

fn is_rtl() -> bool {
    document().document_element().is_some_and(|root| root.matches(":dir(rtl)").unwrap_or_default())
}
