//! A row: what its cells show, and how that is drawn.

use super::List;
use crate::{
    language::t,
    ui::{
        avatar::pictured,
        badge::{pending_mark, undelivered_mark},
        icon::{Icon, icon},
        menu::Anchor,
    },
};
use leptos::{ev, prelude::*};
use rollcall_view::list::Column;
use uuid::Uuid;

/// All that a row shows: only a row of which some of it changes is drawn again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is called, where something is said of it.
    pub name: String,
    /// It is out of use.
    pub muted: bool,
    /// One for each column of the list, in its order, whether shown or not.
    pub cells: Vec<Cell>,
}

/// What a cell shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Who or what it is: initials or a sign, name, and a line below: one while there is room, one that stands for columns which
    /// had to go.
    Who {
        name: String,
        sub: String,
        narrow: String,
        kind: &'static str,
        sign: Option<Sign>,
    },
    Text(String),
    Number(String),
    /// Something that can be given to it where there is none, or taken from it: what it is, and what the button says that does
    /// that, if it may be done.
    Held {
        text: String,
        act: Option<String>,
    },
    /// How it stands: a word and its tone, and what more there is to know.
    State {
        word: String,
        tone: &'static str,
        title: Option<String>,
        undelivered: bool,
        pending: bool,
    },
}

/// What stands in place of initials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sign {
    Icon(Icon),
    /// The address of its picture.
    Picture(String),
}

impl Cell {
    /// Something that is nobody, with a line that stands for columns which had to go.
    pub fn thing(name: &str, narrow: String, sign: Icon) -> Self {
        Self::Who { name: name.to_owned(), sub: String::new(), narrow, kind: "", sign: Some(Sign::Icon(sign)) }
    }
}

/// A sign in place of initials.
pub fn sign_box(sign: Icon, kind: &'static str) -> AnyView {
    view! { <span class=format!("avatar box plain {kind}") aria-hidden="true">{icon(sign)}</span> }.into_any()
}

/// The classes of a column's cells.
pub fn class(column: &Column) -> String {
    format!("{} rank-{}", column.key, column.rank)
}

/// What surrounds a line: where it is, and whether it is selected, under the keyboard, or open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    pub id: Uuid,
    pub line: Line,
    pub columns: Vec<&'static str>,
    pub chosen: bool,
    pub here: bool,
    pub open: bool,
}

/// Draws a row; `has_menu` when there is a menu of what can be done.
pub fn draw(list: List, index: usize, placed: Placed, has_menu: bool) -> AnyView {
    let Placed { id, line, columns, chosen, here, open } = placed;
    let Line { name, muted, cells } = line;
    let shown = list.is.columns.iter().zip(cells).filter(|(column, _)| columns.contains(&column.key));
    let cells = shown.map(|(column, cell)| draw_cell(list, column, cell, id)).collect_view();
    let pick = list.is.selects.then(|| {
        view! {
            <div role="gridcell" class="pick" on:click=|event| event.stop_propagation()>
                <label><input
                    type="checkbox"
                    tabindex="-1"
                    aria-label=t!(list_select, name = &name)
                    prop:checked=chosen
                    on:click=move |event: ev::MouseEvent| {
                        list.pick(index, event_target_checked(&event), event.shift_key());
                    }
                /></label>
            </div>
        }
    });
    let more = has_menu.then(|| {
        view! {
            <div role="gridcell" class="more">
                <button
                    type="button"
                    class="button plain square"
                    tabindex="-1"
                    aria-haspopup="menu"
                    aria-label=t!(list_actions_for, name = &name)
                    on:click=move |event: ev::MouseEvent| {
                        event.stop_propagation();
                        list.cursor.set(index);
                        list.menu.set(Some((id, Anchor::of(&event))));
                    }
                >
                    {icon(Icon::More)}
                </button>
            </div>
        }
    });
    view! {
        <div
            id=format!("row-{index}")
            class="list-row"
            class:chosen=chosen
            class:here=here
            class:open=open
            class:muted=muted
            role="row"
            aria-rowindex=(index + 2).to_string()
            aria-selected=list.is.selects.then_some(if chosen { "true" } else { "false" })
            on:click=move |_| {
                list.cursor.set(index);
                list.open(id);
            }
        >
            {pick}
            {cells}
            {more}
        </div>
    }
    .into_any()
}

fn draw_cell(list: List, column: &'static Column, cell: Cell, id: Uuid) -> AnyView {
    let class = class(column);
    match cell {
        Cell::Who { name, sub, narrow, kind, sign } => view! {
            <div role="gridcell" class=class>
                {match sign {
                    Some(Sign::Icon(sign)) => sign_box(sign, ""),
                    Some(Sign::Picture(picture)) => pictured(Some(picture), &name, id.as_u128(), kind),
                    None => pictured(None, &name, id.as_u128(), kind),
                }}
                <span class="names">
                    <span class="name clip" dir="auto" title=name.clone()>{name.clone()}</span>
                    <span class="sub wide clip" dir="auto">{sub}</span>
                    <span class="sub narrow clip" dir="auto">{narrow}</span>
                </span>
            </div>
        }
        .into_any(),
        Cell::Text(text) => {
            view! { <div role="gridcell" class=format!("{class} clip") dir="auto" title=text.clone()>{text.clone()}</div> }
                .into_any()
        }
        Cell::Number(text) => view! { <div role="gridcell" class=format!("{class} number clip")>{text}</div> }.into_any(),
        Cell::Held { text, act } => {
            let gives = text.is_empty();
            let button = act.map(|label| {
                view! {
                    <button
                        type="button"
                        class="button plain held"
                        class:gives=gives
                        tabindex="-1"
                        aria-label=label.clone()
                        title=label
                        on:click=move |event: ev::MouseEvent| {
                            event.stop_propagation();
                            list.pressed.with_value(|pressed| pressed.inspect(|pressed| pressed.run((id, gives))));
                        }
                    >
                        {icon(if gives { Icon::Plus } else { Icon::Close })}
                        {gives.then(|| view! { <span>{t!(users_assign)}</span> })}
                    </button>
                }
            });
            view! { <div role="gridcell" class=format!("{class} number")><span class="clip">{text}</span> {button}</div> }.into_any()
        }
        Cell::State { word, tone, title, undelivered, pending } => view! {
            <div role="gridcell" class=class title=title>
                <span class=format!("badge {tone}")>{word}</span>
                {undelivered.then(undelivered_mark)}
                {pending.then(pending_mark)}
            </div>
        }
        .into_any(),
    }
}
