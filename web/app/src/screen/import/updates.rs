//! Whether people who are here already are updated, and which of their fields. Nobody is unless somebody chooses so.

use super::work::Work;
use crate::{language::t, text, ui::checkbox::Checkbox};
use leptos::prelude::*;
use rollcall_core::transfer::Column;

/// The choice; nothing where nobody is here already.
#[component]
pub fn Updates() -> impl IntoView {
    let work: Work = expect_context();
    let here = Memo::new(move |before: Option<&usize>| {
        // While it is worked out again, what was known stays.
        if work.planning.get().is_some() {
            return before.copied().unwrap_or_default();
        }
        let counts = work.counts.get();
        counts.already_there + counts.updated
    });
    let fields = Memo::new(move |_| work.sheet(|sheet| sheet.read.updatable()).unwrap_or_default());
    let on = Memo::new(move |_| work.options.with(|options| !options.update.is_empty()));
    let all = move |on: bool| {
        let fields = fields.get_untracked();
        work.set_options(|options| options.update = if on { fields } else { Vec::new() });
    };
    view! {
        {move || {
            ((here.get() > 0 || on.get()) && fields.with(|fields| !fields.is_empty()))
                .then(|| {
                    let list = move || on.get().then(|| fields.get().into_iter().map(|one| field(work, one)).collect_view());
                    view! {
                        <Checkbox
                            label=t!(import_update, count = here.get())
                            note=t!(import_update_note)
                            checked=on
                            on_change=all
                        />
                        <div class="update-fields" role="group" aria-label=t!(import_update_fields)>{list}</div>
                    }
                })
        }}
    }
}

fn field(work: Work, field: Column) -> impl IntoView {
    let (mine, label) = (field.clone(), text::import::column(&field));
    let checked = Memo::new(move |_| work.options.with(|options| options.update.contains(&mine)));
    let change = move |on: bool| {
        let field = field.clone();
        work.set_options(move |options| {
            options.update.retain(|other| *other != field);
            if on {
                options.update.push(field);
            }
        });
    };
    view! { <Checkbox label=label checked=checked on_change=change /> }
}
