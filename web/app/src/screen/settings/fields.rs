//! What the parts of this page have in common: fields for whole numbers and switches, what a change does, saving with a way back.

use super::Page;
use crate::{
    form::{Entry, Form, part_frame},
    language::t,
    ui::{
        banner::Banner,
        checkbox::Checkbox,
        field::TextField,
        icon::{Icon, icon},
    },
};
use leptos::prelude::*;
use rollcall_core::{Command, command::Authored, refusal::Field};
use rollcall_view::settings::whole;

/// A field for a whole number.
pub fn number(form: Form, about: &'static [Field], first: impl ToString) -> Entry {
    form.typed(about, first.to_string(), |text| whole(text).is_none().then(|| t!(settings_number_wrong)))
}

/// The number that stands in it; tracked.
pub fn read(entry: Entry) -> Option<u16> {
    entry.text.with(|text| whole(text))
}

/// Draws a field for a whole number, with what it means.
pub fn number_field(id: &'static str, label: String, entry: Entry, hint: String) -> AnyView {
    let hint = Signal::derive(move || hint.clone());
    view! {
        <TextField id=id label=label numeric=true hint=hint value=entry.text error=entry.error() on_leave=entry.leave() />
    }
    .into_any()
}

/// Something that is switched on or off.
pub fn switch(form: Form, first: bool) -> RwSignal<bool> {
    let on = RwSignal::new(first);
    form.part(Signal::derive(move || on.get() != first));
    on
}

/// Draws it, with what it means.
pub fn switch_field(label: String, note: String, on: RwSignal<bool>) -> AnyView {
    view! { <Checkbox label=label note=note checked=on on_change=move |yes| on.set(yes) /> }.into_any()
}

/// What would come of the change, while there is any: each a sentence.
pub fn warned(lines: impl Fn() -> Vec<String> + Send + Sync + 'static) -> AnyView {
    let lines = Memo::new(move |_| lines());
    let said = move || {
        lines
            .get()
            .into_iter()
            .map(|line| view! { <Banner tone="warn" sign=Icon::Alert><p>{line}</p></Banner> })
            .collect_view()
    };
    view! { <div class="settings-warned" aria-live="polite">{said}</div> }.into_any()
}

/// A form that writes all of an edit: tried dry as it stands, saved with a way back.
pub fn saved<C: Clone + PartialEq + Into<Command> + Send + Sync + 'static>(
    page: Page,
    form: Form,
    seen: C,
    edit: impl Fn() -> Option<C> + Clone + Send + Sync + 'static,
    fields: AnyView,
) -> AnyView {
    let trial = edit.clone();
    form.tries_once_there(move || trial().map(Into::into));
    let save = move |()| {
        let Some(edit) = untrack(&edit) else { return };
        if edit == seen {
            form.end();
            return;
        }
        let undo = Authored { command: seen.clone().into(), seen: Some(edit.clone().into()) };
        form.issue(edit.into(), move || page.app.say_done(t!(settings_saved), Some(undo), t!(undone)));
    };
    page.body(part_frame(form, Callback::new(save), fields))
}

/// A quiet sentence below a field.
pub fn note(text: String) -> AnyView {
    view! { <p class="settings-note faint">{icon(Icon::Info)} <span>{text}</span></p> }.into_any()
}
