//! Saved views of a list: the dialogs in which one is saved, renamed, deleted, or made the one that the list opens with.

use crate::{
    browser,
    language::t,
    list::List,
    ui::{
        button::{Button, IconButton},
        checkbox::Checkbox,
        field::TextField,
        icon::Icon,
        select::{Choice, SelectField},
    },
};
use leptos::prelude::*;
use rollcall_core::value::ValueError;
use rollcall_view::list::{Unnamed, View};

/// What speaks against a name.
fn said(error: Unnamed) -> String {
    match error {
        Unnamed::Empty => rollcall_view::text::value_error(ValueError::Empty),
        Unnamed::Taken => t!(list_view_taken),
    }
}

/// Saves how the list is shown.
#[component]
pub fn Save() -> impl IntoView {
    let list: List = expect_context();
    let (name, first, error) = (RwSignal::new(String::new()), RwSignal::new(false), RwSignal::new(None::<String>));
    let close = move || list.asked.set(None);
    browser::focus("view-name");
    let save = move || {
        let (address, columns) = untrack(|| list.as_view());
        let view = View { name: name.get_untracked(), address, columns, first: first.get_untracked() };
        let called = view.name.trim().to_owned();
        match list.change_views(|views| views.save(view)) {
            Some(Err(unnamed)) => {
                error.set(Some(said(unnamed)));
                browser::focus_invalid();
            }
            _ => {
                close();
                list.app.toasts.say(t!(list_view_saved, name = called));
            }
        }
    };
    view! {
        <form
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <div class="body">
                <p class="soft">{t!(list_view_save_note)}</p>
                <TextField id="view-name" label=t!(list_view_name) value=name error=error />
                <Checkbox label=t!(list_view_first) checked=first on_change=move |on| first.set(on) />
            </div>
            <div class="foot">
                <Button label=t!(cancel) on_click=Callback::new(move |_| close()) />
                <Button label=t!(save) kind="primary" submit=true />
            </div>
        </form>
    }
}

/// All of them, to be renamed and deleted, and which one the list opens with.
#[component]
pub fn Manage() -> impl IntoView {
    let list: List = expect_context();
    let names = move || list.views.with(|views| views.iter().map(|view| view.name.clone()).collect::<Vec<_>>());
    let of_first = list.views.with_untracked(|views| views.iter().position(|view| view.first));
    let first = RwSignal::new(of_first.map(|place| place.to_string()).unwrap_or_default());
    Effect::new(move |before: Option<()>| {
        let place = first.with(|first| first.parse().ok());
        if before.is_some() {
            list.change_views(|views| views.open_with(place));
        }
    });
    let delete = move |place: usize| {
        list.change_views(|views| views.delete(place));
        // Those behind it have moved up.
        let now = list.views.with_untracked(|views| views.iter().position(|view| view.first));
        first.set(now.map(|place| place.to_string()).unwrap_or_default());
        if list.views.with_untracked(rollcall_view::list::Views::is_empty) {
            list.asked.set(None);
        }
    };
    let choices = Signal::derive(move || {
        let named = names().into_iter().enumerate().map(|(place, name)| Choice::new(place, name));
        std::iter::once(Choice::new("", t!(list_views_first_none))).chain(named).collect::<Vec<_>>()
    });
    let one = move |(place, name): (usize, String)| {
        view! { <li>{rename(list, place, name.clone())}
        <IconButton label=t!(list_view_delete, name) sign=Icon::Trash on_click=move |_| delete(place) /></li> }
    };
    view! {
        <div class="frame">
            <div class="body">
                <ul class="views">{move || names().into_iter().enumerate().map(one).collect_view()}</ul>
                <SelectField id="view-first" label=t!(list_views_first_label) choices=choices value=first />
            </div>
            <div class="foot">
                <Button label=t!(done) kind="primary" on_click=Callback::new(move |_| list.asked.set(None)) />
            </div>
        </div>
    }
}

/// The name of a view, which holds once the field is left; a name that can't be is put back with the reason.
fn rename(list: List, place: usize, name: String) -> impl IntoView {
    let error = RwSignal::new(None::<String>);
    let changed = move |event| {
        let name = event_target_value(&event);
        let fault = list.views.with_untracked(|views| views.may_be_called(&name, Some(place)).err());
        error.set(fault.map(said));
        if fault.is_none() {
            list.change_views(|views| views.rename(place, &name));
        }
    };
    let note = format!("view-note-{place}");
    view! {
        <div class="field">
            <input
                class="input"
                type="text"
                dir="auto"
                value=name
                aria-label=t!(list_view_name)
                aria-describedby=note.clone()
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                on:change=changed
            />
            <div id=note aria-live="polite">{move || error.get().map(|said| view! { <p class="error">{said}</p> })}</div>
        </div>
    }
}
