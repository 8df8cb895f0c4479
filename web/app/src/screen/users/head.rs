//! The head of the list: what it is, how many, licences, inviting.

use super::{Ask, Page};
use crate::{
    language::t,
    later::{Apart, later},
    list::{offered, tools},
    screen::invite::{Making, Mode},
    state::App,
    text,
    ui::{
        banner::Banner,
        button::Button,
        icon::{Icon, icon},
        menu::{Anchor, Menu},
        meter::licence_meter,
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Key, Refusal,
    command::Verb,
    model::UserState,
    query::{self, first_steps},
    sync::Replica,
    transfer::may_export,
};

/// Whether inviting is offered here at all, and why not at the moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Inviting {
    offered: bool,
    why_not: Option<String>,
}

/// Whether this is somebody who invites, or somebody who only looks a colleague up; tracked.
pub fn administers(app: App) -> bool {
    inviting(app).offered
}

fn inviting(app: App) -> Inviting {
    let answer = app.ask(|replica, now| {
        let offer = query::offer(replica.view(), &replica.context(now), Verb::InviteUser, &Key::Organisation);
        let Some(refusals) = offer.map(|offer| offer.why_not) else { return Inviting::default() };
        let full = refusals.iter().any(|r| matches!(r, Refusal::NoSeatLeft { .. }));
        let why_not = if full {
            Some(t!(users_no_seat))
        } else {
            (!refusals.is_empty()).then(|| text::refusals(&refusals, Some(replica.view())))
        };
        Inviting { offered: true, why_not }
    });
    answer.unwrap_or_default()
}

/// How the form for a new user opens: to invite, or only to prepare when no seat is left; not at all for who may do neither.
pub fn new_user_mode(app: App) -> Option<Mode> {
    let inviting = untrack(|| inviting(app));
    inviting.offered.then(|| if inviting.why_not.is_some() { Mode::Prepare } else { Mode::Invite })
}

/// Opens the form for a new user.
pub fn invite(page: Page) {
    if let Some(mode) = new_user_mode(page.app) {
        page.ask.set(Some(Ask::New(Making::Person(mode))));
    }
}

/// The head of the list.
#[component]
pub fn Head() -> impl IntoView {
    let page: Page = expect_context();
    let app = page.app;
    let inviting = Memo::new(move |_| inviting(app));
    let active = Memo::new(move |_| app.ask(|replica, _| replica.view().count(UserState::Active)).unwrap_or_default());
    let name = Memo::new(move |_| {
        app.ask(|replica, _| replica.view().organisation().map(|o| o.name.to_string())).flatten().unwrap_or_default()
    });
    let licences = Memo::new(move |_| app.ask(|replica, _| query::licence_usage(replica.view())).unwrap_or_default());
    let exports = Memo::new(move |_| {
        app.ask(|replica, now| may_export(replica.view(), &replica.context(now))).unwrap_or_default()
    });
    let system = Memo::new(move |_| {
        let offer =
            |replica: &Replica, now| offered(replica, now, Verb::CreateSystemUser, &Key::Organisation).is_some();
        app.ask(offer).unwrap_or_default()
    });
    let full = Memo::new(move |_| inviting.with(|inviting| inviting.why_not.is_some()));
    view! {
        <header class="page-head">
            <div class="page-title">
                <h1 id="list-title">{t!(users)}</h1>
                <p class="soft number">
                    <span class="long">{move || t!(users_active_in, count = active.get(), organisation = name.get())}</span>
                    <span class="short">{move || t!(users_active_count, count = active.get())}</span>
                </p>
            </div>
            <Show when=move || inviting.with(|inviting| inviting.offered) || exports.get() || system.get()>
                <div class="row-of end">
                    <Show when=move || exports.get()>
                        <Button
                            label=t!(export)
                            sign=Icon::Download
                            on_click=Callback::new(move |_| page.ask.set(Some(Ask::Export)))
                        />
                    </Show>
                    <Show when=move || inviting.with(|inviting| inviting.offered)>
                    <Show when=move || full.get()>
                        <Button
                            label=t!(prepare_user)
                            sign=Icon::UserPlus
                            on_click=Callback::new(move |_| page.ask.set(Some(Ask::New(Making::Person(Mode::Prepare)))))
                        />
                    </Show>
                    <Button
                        label=t!(invite_user)
                        kind="primary"
                        sign=Icon::Plus
                        disabled=full
                        described_by="invite-why"
                        on_click=Callback::new(move |_| invite(page))
                    />
                    </Show>
                    <Show when=move || system.get()><More full /></Show>
                </div>
            </Show>
            <p id="invite-why" class="why" hidden=move || inviting.with(|i| !i.offered || i.why_not.is_none())>
                {move || inviting.get().why_not}
            </p>
        </header>
        <Show when=move || inviting.with(|i| i.offered) && licences.with(|licences| !licences.is_empty())>
            <ul class="meters" aria-label=t!(users_licences)>
                {move || licences.with(|licences| licences.iter().map(licence_meter).collect_view())}
            </ul>
        </Show>
        {welcome(page)}
        <Waiting />
        {tools(page.list)}
    }
}

/// What to do first, in a new organisation; what it says lies in a file of its own.
fn welcome(page: Page) -> impl IntoView {
    let is_new = move |replica: &Replica, now| first_steps(replica.view(), &replica.context(now)).is_some();
    let wanted = Memo::new(move |_| page.welcomed.get() && page.app.ask(is_new).unwrap_or_default());
    let apart: Apart = expect_context();
    move || wanted.get().then(|| later(apart.welcome, String::new()))
}

/// The menu of what else can be added.
#[component]
fn More(
    /// No seat is left: preparing has a button of its own.
    full: Memo<bool>,
) -> impl IntoView {
    let page: Page = expect_context();
    let menu = RwSignal::new(None::<Anchor>);
    let invites = Memo::new(move |_| inviting(page.app).offered && !full.get());
    let item = move |making: Making, sign: Icon, label: String| {
        let open = move |_| {
            menu.set(None);
            page.ask.set(Some(Ask::New(making)));
        };
        view! { <button type="button" role="menuitem" on:click=open>{icon(sign)} {label}</button> }
    };
    let draw = move |anchor| {
        let person = Making::Person(Mode::Prepare);
        let prepare = invites.get_untracked().then(|| item(person, Icon::UserPlus, t!(prepare_user)));
        view! {
            <Menu anchor=anchor label=t!(users_add_more) on_close=move || menu.set(None)>
                {prepare} {item(Making::System, Icon::Phone, t!(new_system))}
            </Menu>
        }
    };
    view! {
        <button
            type="button"
            class="button square"
            aria-haspopup="menu"
            aria-label=t!(users_add_more)
            title=t!(users_add_more)
            on:click=move |event| menu.set(Some(Anchor::of(&event)))
        >
            {icon(Icon::More)}
        </button>
        {move || menu.get().map(draw)}
    }
}

/// Prepared users wait for their invitations (S2.15).
#[component]
fn Waiting() -> impl IntoView {
    let page: Page = expect_context();
    let waiting = Memo::new(move |_| {
        let prepared = page.app.ask(|replica, _| replica.view().count(UserState::Prepared)).unwrap_or_default();
        let offered = inviting(page.app).offered && page.list.selected() == 0;
        if offered { prepared } else { 0 }
    });
    let some = move || waiting.get() > 0;
    let select = move |_| {
        page.list.show(|query| {
            query.clear();
            query.set("state", "prepared".to_owned());
        });
        page.list.select_all();
    };
    view! {
        <Show when=some>
            <Banner tone="" sign=Icon::Send>
                <p>
                    {move || t!(users_waiting, count = waiting.get())}
                </p>
                <Button label=t!(users_select_to_send) kind="small" on_click=Callback::new(select) />
            </Banner>
        </Show>
    }
}
