//! The bar that appears while rows are selected, with what can be done to all of them.

use super::List;
use crate::{
    language::{say, t},
    ui::{
        button::{Button, IconButton},
        icon::{Icon, icon},
        menu::{Anchor, Menu},
        meter::ProgressBar,
    },
};
use leptos::prelude::*;

/// Something that can be done to all that are selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    pub label: String,
    pub sign: Icon,
    /// It takes something away for good.
    pub bad: bool,
}

/// The bar: `label` and `menu_label` say of what, `deeds` what is offered, `on_deed` does the one at that place. While something is
/// done to many, how far it is.
pub fn bulk_bar(
    list: List,
    label: String,
    menu_label: String,
    deeds: Memo<Vec<Deed>>,
    on_deed: Callback<usize>,
) -> AnyView {
    let progress = list.progress;
    let count = Memo::new(move |_| list.selected());
    let menu = RwSignal::new(None::<Anchor>);
    let button = move |(place, deed): (usize, Deed)| {
        view! {
            <Button
                label=deed.label
                kind=if deed.bad { "small bad" } else { "small" }
                sign=deed.sign
                on_click=Callback::new(move |_| on_deed.run(place))
            />
        }
    };
    let item = move |(place, deed): (usize, Deed)| {
        view! {
            {deed.bad.then(|| view! { <hr /> })}
            <button
                type="button"
                role="menuitem"
                class:bad=deed.bad
                on:click=move |_| {
                    menu.set(None);
                    on_deed.run(place);
                }
            >
                {icon(deed.sign)}
                {deed.label}
            </button>
        }
    };
    let everything = move || {
        view! {
            <button
                type="button"
                role="menuitem"
                on:click=move |_| {
                    menu.set(None);
                    list.select_all();
                }
            >
                {icon(Icon::Check)}
                {t!(list_select_all_of, count = untrack(|| list.total()))}
            </button>
            <hr />
        }
    };
    view! {
        <Show when=move || count.get() != 0 && progress.with(Option::is_none)>
            <div class="bulk" role="toolbar" aria-label=label.clone()>
                <strong class="number">{move || say(&(list.is.words.selected)(count.get()))}</strong>
                <div class="deeds">{move || deeds.get().into_iter().enumerate().map(button).collect_view()}</div>
                <button
                    type="button"
                    class="button small all-deeds"
                    aria-haspopup="menu"
                    on:click=move |event| menu.set(Some(Anchor::of(&event)))
                >
                    {icon(Icon::More)}
                    {t!(actions)}
                </button>
                <IconButton label=t!(list_select_none) sign=Icon::Close on_click=move |_| list.select_none() />
            </div>
        </Show>
        {move || {
            menu.get().map(|anchor| {
                view! {
                    <Menu anchor=anchor label=menu_label.clone() on_close=move || menu.set(None)>
                        // Where there is no room for the heads of the columns, there is no box for all either.
                        {(!untrack(|| list.is_whole())).then(everything)}
                        {deeds.get().into_iter().enumerate().map(item).collect_view()}
                    </Menu>
                }
            })
        }}
        {move || {
            let progress = progress.get()?;
            Some(
                view! {
                    <div class="bulk">
                        <ProgressBar
                            label=t!(bulk_working)
                            done=Signal::derive(move || progress.0)
                            all=Signal::derive(move || progress.1)
                        />
                    </div>
                },
            )
        }}
    }
    .into_any()
}
