//! The frame of a form: what is said of the whole, its fields, and the buttons. Ctrl or ⌘ with Enter saves from anywhere.

use super::fields::Form;
use crate::{
    language::t,
    ui::{banner::Banner, button::Button, icon::Icon},
};
use leptos::{ev, prelude::*};

/// A form's body and foot: `save` is what the button that saves says, `on_save` saves when nothing speaks against it, `note`
/// stands beside the buttons, `general` is said of the form as a whole.
pub fn form_frame(
    form: Form,
    save: Signal<String>,
    note: Signal<String>,
    general: Signal<Option<String>>,
    on_save: Callback<()>,
    fields: AnyView,
) -> AnyView {
    let submit = move || submit(form, on_save);
    let keys = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            submit();
        }
    };
    let said = move || form.said().or_else(|| general.get());
    view! {
        <form
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                submit();
            }
            on:keydown=keys
        >
            <div class="body">
                {move || said().map(|said| view! { <Banner tone="bad" sign=Icon::Alert><p>{said}</p></Banner> })}
                {fields}
            </div>
            <div class="foot">
                {move || {
                    let note = note.get();
                    (!note.is_empty()).then(|| view! { <p class="note">{note}</p> })
                }}
                <Button label=t!(cancel) on_click=Callback::new(move |_| form.close()) />
                <Button label=save kind="primary" submit=true busy=form.busy() disabled=form.idle() />
            </div>
        </form>
    }
    .into_any()
}

/// A form that is a page by itself: its fields, and the one button.
pub fn entry_frame(form: Form, save: String, on_save: Callback<()>, fields: AnyView) -> AnyView {
    view! {
        <form
            class="entry-form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                submit(form, on_save);
            }
        >
            {move || form.said().map(|said| view! { <Banner tone="bad" sign=Icon::Alert><p>{said}</p></Banner> })}
            {fields}
            <Button label=save kind="primary wide" submit=true busy=form.busy() />
        </form>
    }
    .into_any()
}

/// A form that is a part of a page: its fields, and once something was changed the buttons that save or discard it.
pub fn part_frame(form: Form, on_save: Callback<()>, fields: AnyView) -> AnyView {
    let submit = move || submit(form, on_save);
    let keys = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            submit();
        }
    };
    let changed = Memo::new(move |_| form.is_changed());
    view! {
        <form
            class="part"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                submit();
            }
            on:keydown=keys
        >
            {fields}
            {move || {
                changed
                    .get()
                    .then(|| {
                        view! {
                            {move || {
                                form.said_of_all()
                                    .map(|said| view! { <Banner tone="bad" sign=Icon::Alert><p>{said}</p></Banner> })
                            }}
                            <div class="part-foot">
                                <Button label=t!(save) kind="primary" submit=true busy=form.busy() />
                                <Button label=t!(discard) on_click=Callback::new(move |_| form.end()) />
                            </div>
                        }
                    })
            }}
        </form>
    }
    .into_any()
}

/// Saves, when nothing speaks against it.
fn submit(form: Form, on_save: Callback<()>) {
    if !form.busy().get_untracked() && !form.idle().get_untracked() && form.is_ready() {
        on_save.run(());
    }
}
