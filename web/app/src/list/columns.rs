//! Which columns are shown: chosen in a small form, and kept on the device for the signed-in account.

use super::List;
use crate::{
    language::{say, t},
    ui::{
        button::Button,
        checkbox::Checkbox,
        icon::{Icon, icon},
        popover::{Anchor, Popover},
    },
};
use leptos::{html, prelude::*};
use rollcall_view::list::{Columns, Declared};

/// Under which name the choice is kept.
pub fn kept(list: &Declared) -> String {
    format!("{}-columns", list.name)
}

/// What was kept, or the usual columns.
pub fn read(list: &Declared, kept: &str) -> Columns {
    if kept.is_empty() { Columns::usual(list) } else { Columns::read(list, kept) }
}

impl List {
    /// Shows these columns from now on.
    pub fn show_columns(self, columns: Columns) {
        let written = columns.write(self.is);
        self.app.keep_setting(&kept(self.is), (!written.is_empty()).then_some(written.as_str()));
        self.columns.set(columns);
    }
}

/// The button of the form, and the form.
pub fn column_menu(list: List) -> AnyView {
    let open = RwSignal::new(None::<Anchor>);
    view! {
        <button
            type="button"
            class="button small column-menu"
            aria-haspopup="dialog"
            on:click=move |event| open.set(Some(Anchor::of(&event)))
        >
            {icon(Icon::Columns)}
            <span>{t!(list_columns)}</span>
        </button>
        {move || open.get().map(|anchor| form(list, anchor, Callback::new(move |()| open.set(None))))}
    }
    .into_any()
}

fn form(list: List, anchor: Anchor, on_close: Callback<()>) -> AnyView {
    let node = NodeRef::<html::Div>::new();
    let all = list.is.columns.iter().enumerate().filter(|(_, column)| !column.fixed);
    let boxes = all.map(move |(place, column)| {
        view! {
            <Checkbox
                label=say(&(column.name)())
                checked=Signal::derive(move || list.columns.with(|columns| columns.has(place)))
                on_change=move |shown| {
                    let mut columns = list.columns.get_untracked();
                    columns.choose(list.is, place, shown);
                    list.show_columns(columns);
                }
            />
        }
    });
    let usual = Signal::derive(move || list.columns.with(|columns| *columns == Columns::usual(list.is)));
    view! {
        <Popover anchor=anchor label=t!(list_columns) role="dialog" node=node on_close=move || on_close.run(())>
            <div class="filter-form">
                {boxes.collect_view()}
                <div class="row-of end">
                    <Button
                        label=t!(list_columns_usual)
                        kind="small"
                        disabled=usual
                        on_click=Callback::new(move |_| list.show_columns(Columns::usual(list.is)))
                    />
                    <Button label=t!(done) kind="primary small" on_click=Callback::new(move |_| on_close.run(())) />
                </div>
            </div>
        </Popover>
    }
    .into_any()
}
