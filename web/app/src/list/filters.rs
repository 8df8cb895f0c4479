//! What narrows the list: chips that always stand there, and a small form for the other filters, each choice with how many it
//! leaves.

use super::List;
use crate::{
    browser,
    language::{number, say, t},
    ui::{
        button::Button,
        checkbox::Checkbox,
        field::Field,
        icon::{Icon, icon},
        popover::{Anchor, Popover},
    },
};
use leptos::{html, prelude::*};
use rollcall_core::Directory;
use rollcall_view::list::{Asker, Called, Chip, Choice, Filter, FilterKind, ON, Query};

/// The chips that always stand there.
pub fn chips(list: List) -> AnyView {
    let Some((filter, chips)) = list.is.chips() else { return ().into_any() };
    let chip = move |(place, Chip { value, name }): (usize, &'static Chip)| {
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || if list.query.with(|query| query.get(filter.key) == *value) { "true" } else { "false" }
                on:click=move |_| list.show(|query| query.set(filter.key, (*value).to_owned()))
            >
                {say(&name())}
                <span class="number">{move || number(list.count(place))}</span>
            </button>
        }
    };
    let chips: Vec<_> = chips.iter().enumerate().map(chip).collect();
    view! { <div class="chips" role="group" aria-label=say(&(filter.name)())>{chips}</div> }.into_any()
}

/// The button of the form, and the form.
pub fn filter_menu(list: List) -> AnyView {
    let open = RwSignal::new(None::<Anchor>);
    if list.is.more_filters().next().is_none() {
        return ().into_any();
    }
    view! {
        <button
            type="button"
            class="button small filter-menu"
            aria-haspopup="dialog"
            on:click=move |event| open.set(Some(Anchor::of(&event)))
        >
            {icon(Icon::Filter)}
            <span>{t!(list_filters)}</span>
        </button>
        {move || open.get().map(|anchor| form(list, anchor, Callback::new(move |()| open.set(None))))}
    }
    .into_any()
}

fn form(list: List, anchor: Anchor, on_close: Callback<()>) -> AnyView {
    let node = NodeRef::<html::Div>::new();
    let choices = Memo::new(move |_| {
        let query = list.query.get();
        let choices = list.app.ask(|replica, now| {
            let asker = Asker { directory: replica.view(), context: &replica.context(now), marked: &[] };
            (list.is.choices)(&asker, &query)
        });
        choices.unwrap_or_default()
    });
    let one = move |(place, filter): (usize, &'static Filter)| {
        let mine = Memo::new(move |_| choices.with(|all| all.get(place).cloned()).unwrap_or_default());
        match &filter.kind {
            FilterKind::Choice { any, .. } => choice(list, filter, say(&any()), mine),
            FilterKind::Switch { label, note, .. } => {
                let switch = move || {
                    let count = mine.with(|mine| mine.first().map_or(0, |choice| choice.count));
                    view! {
                        <Checkbox
                            label=say(&label())
                            note=say(&note(count))
                            checked=Signal::derive(move || list.query.with(|query| query.is_on(filter.key)))
                            on_change=move |on| {
                                list.show(|query| query.set(filter.key, if on { ON.to_owned() } else { String::new() }));
                            }
                        />
                    }
                };
                switch.into_any()
            }
            FilterKind::Chips(_) => ().into_any(),
        }
    };
    view! {
        <Popover anchor=anchor label=t!(list_filters) role="dialog" node=node on_close=move || on_close.run(())>
            <div class="filter-form">
                {list.is.more_filters().enumerate().map(one).collect_view()}
                <div class="row-of end">
                    <Button
                        label=t!(list_filter_clear)
                        kind="small"
                        disabled=Signal::derive(move || !list.query.with(|query| query.is_filtered(list.is)))
                        on_click=Callback::new(move |_| list.show(|query| query.clear_filters(list.is)))
                    />
                    <Button label=t!(done) kind="primary small" on_click=Callback::new(move |_| on_close.run(())) />
                </div>
            </div>
        </Popover>
    }
    .into_any()
}

/// A list to choose from, with how many each choice leaves.
fn choice(list: List, filter: &'static Filter, any: String, choices: Memo<Vec<Choice>>) -> AnyView {
    let set = move |value: &str| list.query.with(|query| query.get(filter.key) == value);
    let options = move || {
        let option = |choice: Choice| {
            let (value, name, count) = (choice.value, called(choice.name), choice.count);
            let mine = value.clone();
            view! {
                <option value=value prop:selected=move || set(&mine)>{t!(list_filter_choice, name, count)}</option>
            }
        };
        choices.get().into_iter().map(option).collect_view()
    };
    let id = format!("filter-{}", filter.key);
    view! {
        <div hidden=move || choices.with(Vec::is_empty)>
            <Field id=id.clone() label=say(&(filter.name)())>
                <select
                    id=id
                    class="select"
                    on:change=move |event| list.show(|query| query.set(filter.key, event_target_value(&event)))
                >
                    <option value="" prop:selected=move || set("")>{any}</option>
                    {options}
                </select>
            </Field>
        </div>
    }
    .into_any()
}

/// What something is called, in the language of the page.
fn called(called: Called) -> String {
    match called {
        Called::Name(name) => name,
        Called::Words(text) => say(&text),
    }
}

/// What a filter is set to, in words.
fn words(filter: &Filter, query: &Query, names: &Directory) -> Option<String> {
    let value = query.get(filter.key);
    match filter.kind {
        _ if value.is_empty() => None,
        FilterKind::Choice { named, .. } => Some(named(names, value).map(called).unwrap_or_default()),
        FilterKind::Switch { set, .. } => Some(say(&set())),
        FilterKind::Chips(_) => None,
    }
}

/// The filters that are set, each with a way to drop it.
pub fn filters_set(list: List) -> AnyView {
    let set = Memo::new(move |_| {
        let query = list.query.get();
        let words = list.app.ask(|replica, _| {
            let all = list.is.more_filters().enumerate();
            all.filter_map(|(place, filter)| Some((place, words(filter, &query, replica.view())?))).collect::<Vec<_>>()
        });
        words.unwrap_or_default()
    });
    let one = move |(place, value): (usize, String)| {
        let filter = list.is.more_filters().nth(place)?;
        let name = say(&(filter.name)());
        let label = t!(list_filter_remove, filter = &name, value = &value);
        let shown = match filter.kind {
            FilterKind::Switch { .. } => value,
            _ => t!(list_filter_set, filter = name, value),
        };
        Some(view! {
            <button
                type="button"
                class="chip set"
                aria-label=label
                on:click=move |_| {
                    list.show(|query| query.set(filter.key, String::new()));
                    browser::focus("search");
                }
            >
                <span>{shown}</span>
                {icon(Icon::Close)}
            </button>
        })
    };
    view! {
        <Show when=move || set.with(|set| !set.is_empty())>
            <div class="chips filters-set" role="group" aria-label=t!(list_filters)>
                {move || set.get().into_iter().map(one).collect_view()}
            </div>
        </Show>
    }
    .into_any()
}
