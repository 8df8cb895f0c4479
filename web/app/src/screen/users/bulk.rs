//! What can be done to all selected users at once; each user gets its own answer (invariant 15).

use super::{
    Ask, Page,
    assign::{self, What},
    carry_out::options,
};
use crate::{
    language::t,
    ui::{
        button::{Button, IconButton},
        icon::{Icon, icon},
        menu::{Anchor, Menu},
        meter::ProgressBar,
    },
};
use leptos::prelude::*;
use rollcall_core::query::{BulkAction, BulkOptions};

/// A button of the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Do(BulkAction),
    Assign(What),
}

impl Deed {
    const ALL: [Self; 6] = [
        Self::Do(BulkAction::SendInvitations),
        Self::Assign(What::Role),
        Self::Assign(What::Team),
        Self::Assign(What::Licence),
        Self::Do(BulkAction::Suspend),
        Self::Do(BulkAction::Delete),
    ];

    fn offered(self, options: &BulkOptions) -> bool {
        match self {
            Self::Assign(what) => assign::offered(what, options),
            Self::Do(BulkAction::SendInvitations) => options.send,
            Self::Do(BulkAction::Suspend) => options.suspend,
            Self::Do(_) => options.delete,
        }
    }

    fn label(self) -> String {
        match self {
            Self::Assign(what) => what.label(),
            Self::Do(BulkAction::SendInvitations) => t!(bulk_send),
            Self::Do(BulkAction::Suspend) => t!(users_suspend),
            Self::Do(_) => t!(users_delete),
        }
    }

    const fn sign(self) -> Icon {
        match self {
            Self::Assign(what) => what.sign(),
            Self::Do(BulkAction::SendInvitations) => Icon::Send,
            Self::Do(BulkAction::Suspend) => Icon::Pause,
            Self::Do(_) => Icon::Trash,
        }
    }

    fn deletes(self) -> bool {
        self == Self::Do(BulkAction::Delete)
    }

    /// Opens its question.
    fn ask(self, page: Page) {
        let ids = page.selection.list();
        page.ask.set(Some(match self {
            Self::Do(action) => Ask::Bulk(action, ids),
            Self::Assign(what) => Ask::Assign(what, ids),
        }));
    }
}

/// The bar that appears while users are selected.
#[component]
pub fn BulkBar() -> impl IntoView {
    let page: Page = expect_context();
    let count = Memo::new(move |_| page.selection.len());
    let offers = Memo::new(move |_| {
        let options = options(page);
        Deed::ALL.into_iter().filter(|deed| deed.offered(&options)).collect::<Vec<_>>()
    });
    let menu = RwSignal::new(None::<Anchor>);
    let button = move |deed: Deed| {
        view! {
            <Button
                label=deed.label()
                kind=if deed.deletes() { "small bad" } else { "small" }
                sign=deed.sign()
                on_click=Callback::new(move |_| deed.ask(page))
            />
        }
    };
    let item = move |deed: Deed| {
        view! {
            {deed.deletes().then(|| view! { <hr /> })}
            <button
                type="button"
                role="menuitem"
                class:bad=deed.deletes()
                on:click=move |_| {
                    menu.set(None);
                    deed.ask(page);
                }
            >
                {icon(deed.sign())}
                {deed.label()}
            </button>
        }
    };
    view! {
        <Show when=move || count.get() != 0 && page.progress.with(Option::is_none)>
            <div class="bulk" role="toolbar" aria-label=t!(bulk_bar)>
                <strong class="number">{move || t!(bulk_selected, count = count.get())}</strong>
                <div class="deeds">{move || offers.get().into_iter().map(button).collect_view()}</div>
                <button
                    type="button"
                    class="button small all-deeds"
                    aria-haspopup="menu"
                    on:click=move |event| menu.set(Some(Anchor::of(&event)))
                >
                    {icon(Icon::More)}
                    {t!(actions)}
                </button>
                <IconButton label=t!(bulk_clear) sign=Icon::Close on_click=move |_| page.selection.clear() />
            </div>
        </Show>
        {move || {
            menu.get().map(|anchor| {
                view! {
                    <Menu anchor=anchor label=t!(bulk_menu) on_close=move || menu.set(None)>
                        // Where there is no room for the heads of the columns, there is no box for all either.
                        {(!untrack(|| page.selection.is_whole(page)))
                            .then(|| {
                                view! {
                                    <button
                                        type="button"
                                        role="menuitem"
                                        on:click=move |_| {
                                            menu.set(None);
                                            page.selection.everybody(page);
                                        }
                                    >
                                        {icon(Icon::Check)}
                                        {t!(bulk_select_all, count = untrack(|| page.total()))}
                                    </button>
                                    <hr />
                                }
                            })}
                        {offers.get().into_iter().map(item).collect_view()}
                    </Menu>
                }
            })
        }}
        {move || {
            let progress = page.progress.get()?;
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
}
