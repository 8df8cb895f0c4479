//! The table: only its visible rows exist, so its length does not matter.

use super::{Page, filters, sort};
use crate::{
    browser,
    language::{self, t},
    list::virtual_rows::VirtualList,
    router::Route,
    text,
    ui::{
        avatar::avatar,
        badge::{pending_mark, standing_badge, undelivered_mark},
        button::Button,
        empty::EmptyState,
        icon::{Icon, icon},
        menu::Anchor,
    },
};
use leptos::{ev, prelude::*};
use rollcall_core::{
    id::UserId,
    query::{UserRow, UserSort, UserStanding, user_row},
};

/// The table, or what stands in its place.
#[component]
pub fn Table() -> impl IntoView {
    let page: Page = expect_context();
    let count = Memo::new(move |_| page.total());
    let state = Memo::new(move |_| match (page.app.is_ready(), count.get()) {
        (false, 0) => 0,
        (_, 0) => 1,
        _ => 2,
    });
    // Once drawn, the grid stays: somebody new is a row more, and not a table.
    let drawn = Memo::new(move |before: Option<&bool>| before.copied().unwrap_or_default() || state.get() == 2);
    let empty = Signal::derive(move || state.get() != 2);
    view! {
        {move || match state.get() {
            0 => view! { <Loading /> }.into_any(),
            1 => view! { <Nothing /> }.into_any(),
            _ => ().into_any(),
        }}
        {move || drawn.get().then(|| view! { <Grid count=count empty=empty /> })}
        <p class="hidden-text" role="status">
            {move || t!(users_found, count = count.get())}
        </p>
    }
}

#[component]
fn Grid(count: Memo<usize>, empty: Signal<bool>) -> impl IntoView {
    let page: Page = expect_context();
    let all_selected = Memo::new(move |_| page.selection.is_whole(page));
    let some_selected = Memo::new(move |_| page.selection.len() > 0);
    let pick_all = move |event| match event_target_checked(&event) {
        true => page.selection.everybody(page),
        false => page.selection.clear(),
    };
    view! {
        <div
            node_ref=page.window.node()
            id="grid"
            class="grid"
            hidden=empty
            class:selecting=move || some_selected.get()
            role="grid"
            tabindex="0"
            aria-label=t!(users)
            aria-multiselectable="true"
            aria-rowcount=move || (count.get() + 1).to_string()
            aria-activedescendant=move || format!("row-{}", page.cursor.get())
            on:keydown=move |event| keys(page, &event)
            on:scroll=move |_| page.window.measure()
        >
            <div class="user-row columns" role="row" aria-rowindex="1">
                <div role="columnheader" class="pick">
                    <input
                        type="checkbox"
                        aria-label=t!(users_select_all)
                        prop:checked=move || all_selected.get()
                        prop:indeterminate=move || some_selected.get() && !all_selected.get()
                        on:change=pick_all
                    />
                </div>
                {sort::head(page, "who", UserSort::Name)}
                {sort::head(page, "mail", UserSort::Email)}
                {sort::head(page, "ext", UserSort::Extension)}
                {sort::head(page, "roles", UserSort::Role)}
                {sort::head(page, "plan", UserSort::Licence)}
                {sort::head(page, "state", UserSort::State)}
                <div role="columnheader" class="more"><span class="hidden-text">{t!(actions)}</span></div>
            </div>
            <VirtualList
                count=count
                window=page.window
                within=true
                row=move |index| {
                    // The list comes in parts; a row is drawn anew only when another user is in its place.
                    let id = Memo::new(move |_| page.user_at(index));
                    let line = Memo::new(move |_| Line::of(page, index, id.get()?));
                    move || line.get().map(|line| one(page, index, line))
                }
            />
        </div>
    }
}

/// All that a row shows: only a row of which some of it changes is drawn again.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    row: UserRow,
    /// Until when, or since when not, an invitation can be accepted.
    expiry: Option<String>,
    chosen: bool,
    pending: bool,
    undelivered: bool,
    /// The keyboard is on it.
    here: bool,
    /// Its details are open.
    open: bool,
}

impl Line {
    fn of(page: Page, index: usize, id: UserId) -> Option<Self> {
        let (row, now) = page.app.ask(|replica, now| Some((user_row(replica.view(), id, now)?, now))).flatten()?;
        let expiry = match (row.standing, row.expires) {
            (UserStanding::Invited, Some(at)) => {
                Some(t!(users_invitation_expires, when = text::time::until_text(at, now)))
            }
            (UserStanding::Expired, Some(at)) => {
                Some(t!(users_invitation_expired, when = text::time::ago_text(at, now)))
            }
            _ => None,
        };
        Some(Self {
            row,
            expiry,
            chosen: page.selection.has(id),
            pending: page.pending.with(|pending| pending.contains(&id)),
            undelivered: page.mails.concern(id),
            here: page.cursor.get() == index,
            open: page.app.router.is(|route| *route == Route::user(id)),
        })
    }
}

/// One row.
fn one(page: Page, index: usize, line: Line) -> impl IntoView + use<> {
    let Line { row, expiry, chosen, pending, undelivered, here, open } = line;
    let id = row.id;
    let email = row.email.as_ref().map(ToString::to_string).unwrap_or_default();
    let name = row.name.as_ref().map_or_else(|| email.clone(), ToString::to_string);
    let position = row.position.as_ref().map(ToString::to_string).unwrap_or_default();
    let roles = names(row.roles.iter().map(ToString::to_string), row.permissions.len());
    let licence = row.licence.as_ref().map(ToString::to_string).unwrap_or_default();
    let extension = row.extension.as_ref().map(ToString::to_string).unwrap_or_default();
    let muted = row.standing == UserStanding::Suspended;
    view! {
        <div
            id=format!("row-{index}")
            class="user-row"
            class:chosen=chosen
            class:here=here
            class:open=open
            class:muted=muted
            role="row"
            aria-rowindex=(index + 2).to_string()
            aria-selected=if chosen { "true" } else { "false" }
            on:click=move |_| {
                page.cursor.set(index);
                page.open(id);
            }
        >
            <div role="gridcell" class="pick" on:click=|event| event.stop_propagation()>
                <label><input
                    type="checkbox"
                    tabindex="-1"
                    aria-label=t!(users_select, name = &name)
                    prop:checked=chosen
                    on:click=move |event: ev::MouseEvent| {
                        page.selection.pick(page, index, event_target_checked(&event), event.shift_key());
                    }
                /></label>
            </div>
            <div role="gridcell" class="who">
                {avatar(&name, id.uuid().as_u128(), "")}
                <span class="names">
                    <span class="name clip" dir="auto" title=name.clone()>{name.clone()}</span>
                    <span class="sub position clip" dir="auto">{position}</span>
                    <span class="sub address clip" dir="auto">{email.clone()}</span>
                </span>
            </div>
            <div role="gridcell" class="mail clip" dir="auto" title=email.clone()>{email.clone()}</div>
            <div role="gridcell" class="ext number">{extension}</div>
            <div role="gridcell" class="roles clip" dir="auto" title=roles.clone()>{roles.clone()}</div>
            <div role="gridcell" class="plan clip" dir="auto" title=licence.clone()>{licence.clone()}</div>
            <div role="gridcell" class="state" title=expiry>
                {standing_badge(row.standing)}
                {undelivered.then(undelivered_mark)}
                {pending.then(pending_mark)}
            </div>
            <div role="gridcell" class="more">
                <button
                    type="button"
                    class="button plain square"
                    tabindex="-1"
                    aria-haspopup="menu"
                    aria-label=t!(users_actions_for, name = &name)
                    on:click=move |event: ev::MouseEvent| {
                        event.stop_propagation();
                        page.cursor.set(index);
                        page.menu.set(Some((id, Anchor::of(&event))));
                    }
                >
                    {icon(Icon::More)}
                </button>
            </div>
        </div>
    }
}

/// The names of roles, and how many rights come without one.
fn names(roles: impl Iterator<Item = String>, permissions: usize) -> String {
    let mut names: Vec<String> = roles.collect();
    if permissions > 0 {
        names.push(t!(users_single_permissions, count = permissions));
    }
    language::list(&names)
}

/// Keys of the table.
fn keys(page: Page, event: &ev::KeyboardEvent) {
    let cursor = page.cursor.get_untracked();
    let user = untrack(|| page.user_at(cursor));
    match event.key().as_str() {
        "ArrowDown" => page.step(cursor + 1),
        "ArrowUp" => page.step(cursor.saturating_sub(1)),
        "PageDown" => page.step(cursor + page.window.page()),
        "PageUp" => page.step(cursor.saturating_sub(page.window.page())),
        "Home" => page.step(0),
        "End" => page.step(usize::MAX),
        "Enter" if is_grid(event) => {
            if let Some(id) = user {
                page.open(id);
            }
        }
        " " if is_grid(event) => {
            let on = user.is_some_and(|id: UserId| !untrack(|| page.selection.has(id)));
            page.selection.pick(page, cursor, on, event.shift_key());
        }
        "ContextMenu" | "m" if is_grid(event) => {
            if let (Some(id), Some(row)) = (user, browser::element(&format!("row-{cursor}"))) {
                page.menu.set(Some((id, Anchor::beside(&row))));
            }
        }
        _ => return,
    }
    event.prevent_default();
}

/// Whether the key came to the table itself, not to a button in it.
fn is_grid(event: &ev::KeyboardEvent) -> bool {
    event.target() == event.current_target()
}

/// Grey rows while the first sync of a device is under way.
#[component]
fn Loading() -> impl IntoView {
    let page: Page = expect_context();
    let waits = move || page.app.status().is_some_and(|status| status.link.keeps_waiting());
    let row = |_| {
        view! {
            <div class="user-row">
                <span class="pick"></span>
                <span class="who"><span class="skeleton disc"></span> <span class="skeleton long"></span></span>
                <span class="mail"><span class="skeleton long"></span></span>
                <span class="ext"><span class="skeleton short"></span></span>
                <span class="roles"><span class="skeleton short"></span></span>
                <span class="plan"><span class="skeleton short"></span></span>
                <span class="state"><span class="skeleton short"></span></span>
            </div>
        }
    };
    view! {
        <Show
            when=waits
            fallback=move || {
                view! {
                    <div class="grid loading" role="status" aria-label=t!(users_loading)>
                        {(0..9).map(row).collect_view()}
                    </div>
                }
            }
        >
            <EmptyState
                sign=Icon::CloudOff
                title=t!(users_unreached_title)
                sentence=t!(users_unreached_sentence)
            >
                <Button label=t!(try_again) kind="primary" on_click=Callback::new(move |_| page.app.sync_now()) />
            </EmptyState>
        </Show>
    }
}

/// Nobody, or nobody that fits.
#[component]
fn Nothing() -> impl IntoView {
    let page: Page = expect_context();
    let narrowed = move || page.query.with(filters::narrows);
    let clear = move |_| {
        filters::clear(page);
        browser::focus("search");
    };
    view! {
        <Show
            when=narrowed
            fallback=move || {
                view! {
                    <EmptyState sign=Icon::Users title=t!(users_empty_title) sentence=t!(users_empty_sentence)>
                        <Button label=t!(invite_user) kind="primary" on_click=Callback::new(move |_| super::head::invite(page)) />
                    </EmptyState>
                }
            }
        >
            <EmptyState sign=Icon::Search title=t!(users_nobody_title) sentence=t!(users_nobody_sentence)>
                <Button label=t!(users_show_everybody) on_click=Callback::new(clear) />
            </EmptyState>
        </Show>
    }
}
