//! A field that gathers several things out of many: each is found by its name and goes into a list, from which it can be taken again.

use crate::{
    browser,
    language::t,
    ui::{
        button::IconButton,
        icon::{Icon, icon},
        picker::{Pick, Picker},
    },
};
use leptos::prelude::*;

/// The field. `none` is said while nothing is gathered.
pub fn gather(
    id: &'static str,
    label: String,
    none: String,
    chosen: RwSignal<Vec<Pick>>,
    find: Callback<String, Vec<Pick>>,
) -> AnyView {
    let (picked, round) = (RwSignal::new(String::new()), RwSignal::new(0_u32));
    // What was found last, for the name of what is picked.
    let found = StoredValue::new(Vec::<Pick>::new());
    let left = Callback::new(move |words: String| {
        let mut left = find.run(words);
        left.retain(|pick| chosen.with_untracked(|chosen| chosen.iter().all(|other| other.value != pick.value)));
        found.set_value(left.clone());
        left
    });
    Effect::new(move |_| {
        let value = picked.get();
        let Some(pick) = found.with_value(|found| found.iter().find(|pick| pick.value == value).cloned()) else {
            return;
        };
        chosen.update(|chosen| chosen.push(pick));
        picked.set(String::new());
        // The field begins again.
        round.update(|round| *round += 1);
        browser::focus(id);
    });
    let line = move |Pick { value, name, sub, sign }: Pick| {
        let take = move |_| {
            chosen.update(|chosen| chosen.retain(|other| other.value != value));
            browser::focus(id);
        };
        view! {
            <li>
                {icon(sign)}
                <p><bdi>{name.clone()}</bdi> " " <span class="faint">{sub}</span></p>
                <IconButton label=t!(gather_take, name) sign=Icon::Close on_click=take />
            </li>
        }
    };
    let list = move || match chosen.get() {
        all if all.is_empty() => view! { <p class="faint nothing">{none.clone()}</p> }.into_any(),
        all => view! { <ul class="things">{all.into_iter().map(line).collect_view()}</ul> }.into_any(),
    };
    view! {
        {list}
        {move || {
            let _ = round.get();
            view! { <Picker id=id label=label.clone() value=picked find=left /> }
        }}
    }
    .into_any()
}
