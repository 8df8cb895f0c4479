//! Saved views: a name for how the list is shown. A menu goes back to one; saving and managing them is asked in dialogs, whose
//! contents lie in a file of their own (`screen/views.rs`).

use super::{List, address, columns};
use crate::{
    language::t,
    later::{Apart, Later, later},
    ui::{
        dialog::Dialog,
        icon::{Icon, icon},
        menu::{Anchor, Menu, radio_item},
    },
};
use leptos::prelude::*;
use rollcall_view::list::{Declared, Query, View, Views};

/// Under which name they are kept.
fn kept(list: &Declared) -> String {
    format!("{}-views", list.name)
}

/// A dialog about views.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Save,
    Manage,
}

impl List {
    /// What was kept; the list opens with the first of them when the address says nothing else.
    pub(super) fn open_views(self) {
        let views = Views::read(&self.app.setting(&kept(self.is)).unwrap_or_default());
        let silent =
            self.query.with_untracked(|query| *query == Query::default()) && untrack(|| self.opened()).is_none();
        if let Some(view) = views.first().filter(|_| silent) {
            self.show_view(view);
        }
        self.views.set(views);
    }

    /// Another tab may have saved some since they were read.
    fn read_views_again(self) {
        if let Some(kept) = self.app.setting(&kept(self.is)) {
            self.views.set(Views::read(&kept));
        }
    }

    /// Changes what is saved.
    pub fn change_views<R>(self, change: impl FnOnce(&mut Views) -> R) -> Option<R> {
        let answer = self.views.try_update(change);
        let written = self.views.with_untracked(Views::write);
        self.app.keep_setting(&kept(self.is), (!written.is_empty()).then_some(written.as_str()));
        answer
    }

    /// Shows the list as a view has it.
    pub fn show_view(self, view: &View) {
        let query = address::read(self.is, &view.address);
        self.show(|now| *now = query);
        self.show_columns(columns::read(self.is, &view.columns));
    }

    /// How the list is shown now, as a view: address and columns; tracked.
    pub fn as_view(self) -> (String, String) {
        (self.query.with(address::of), self.columns.with(|columns| columns.write(self.is)))
    }

    /// The place of the view that shows just this; tracked.
    fn view_shown(self) -> Option<usize> {
        let (address, columns) = self.as_view();
        self.views.with(|views| views.showing(&address, &columns))
    }
}

/// The button of the menu, the menu, and the dialogs.
pub fn view_menu(list: List) -> AnyView {
    let open = RwSignal::new(None::<Anchor>);
    let asked = list.asked;
    let apart: Apart = expect_context();
    let name = move || {
        let place = list.view_shown()?;
        list.views.with(|views| views.get(place).map(|view| view.name.clone()))
    };
    let item = move |sign: Icon, label: String, ask: Asked| {
        view! {
            <button
                type="button"
                role="menuitem"
                on:click=move |_| {
                    open.set(None);
                    asked.set(Some(ask));
                }
            >
                {icon(sign)}
                {label}
            </button>
        }
    };
    let menu = move |anchor: Anchor| {
        let shown = untrack(|| list.view_shown());
        let views = list.views.get_untracked();
        let some = !views.is_empty();
        let one = move |(place, view): (usize, &View)| {
            let name = view! { <span class="clip" dir="auto">{view.name.clone()}</span> };
            let view = view.clone();
            let choose = Callback::new(move |()| {
                open.set(None);
                list.show_view(&view);
            });
            radio_item(None, name.into_any(), shown == Some(place), choose)
        };
        view! {
            <Menu anchor=anchor label=t!(list_views) on_close=move || open.set(None)>
                {views.iter().enumerate().map(one).collect_view()}
                {some.then(|| view! { <hr /> })}
                {item(Icon::Plus, t!(list_view_save), Asked::Save)}
                {some.then(|| item(Icon::Edit, t!(list_views_manage), Asked::Manage))}
            </Menu>
        }
    };
    view! {
        <button
            type="button"
            class="button small view-menu"
            aria-haspopup="menu"
            aria-label=move || name().map_or_else(|| t!(list_views), |name| t!(list_view_shown, name))
            on:click=move |event| {
                list.read_views_again();
                open.set(Some(Anchor::of(&event)));
            }
        >
            {icon(Icon::Bookmark)}
            <span class="clip" dir="auto">{move || name().unwrap_or_else(|| t!(list_views))}</span>
        </button>
        {move || open.get().map(menu)}
        {move || {
            let (title, contents): (String, Later) = match asked.get()? {
                Asked::Save => (t!(list_view_save_title), apart.save_view),
                Asked::Manage => (t!(list_views), apart.views),
            };
            provide_context(list);
            Some(view! { <Dialog title=title narrow=true on_close=move || asked.set(None)>{later(contents, String::new())}</Dialog> })
        }}
    }
    .into_any()
}
