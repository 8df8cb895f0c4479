//! The head of a user's page: the way back, who it is and how it stands, what is to be done first, and the tabs.

use super::{One, leaving::leaving, tab};
use crate::{
    language::{say, t},
    router::{Route, UserTab, is_plain_click},
    screen::users::{
        action::{self, Doing, offers},
        undelivered::notices,
    },
    ui::{
        avatar::avatar,
        badge::{pending_mark, standing_badge},
        button::Button,
        facts::facts,
        icon::{Icon, icon},
        link::Link,
    },
};
use leptos::prelude::*;
use rollcall_core::model::UserKind;
use rollcall_view::{Screen, list::user_kind_name};

/// What something that is no person is.
pub fn kind(kind: UserKind) -> Option<String> {
    (kind != UserKind::Person).then(|| say(&user_kind_name(kind)))
}

/// Who it is.
pub fn head(one: One) -> AnyView {
    let page = one.page;
    let me = one.app.ask_once(|replica, _| replica.user() == one.id).unwrap_or_default();
    let who = move || {
        one.detail.get().map(|detail| {
            let row = &detail.row;
            let pending = page.pending.with(|pending| pending.contains(&one.id));
            let position = row.position.as_ref().map(ToString::to_string);
            let email = row.email.as_ref().map(ToString::to_string);
            let extension =
                row.extension.as_ref().map(|extension| t!(user_extension, extension = extension.to_string()));
            let sub: Vec<String> = kind(row.kind).into_iter().chain(position).chain(email).chain(extension).collect();
            view! {
                {avatar(&row.name, one.id.uuid().as_u128(), "large")}
                <div class="user-name">
                    <h1 id="user-title" tabindex="-1" dir="auto">{row.name.clone()}</h1>
                    <p class="soft">{facts(sub)}</p>
                    <div class="row-of">
                        {standing_badge(row.standing)}
                        {me.then(|| view! { <span class="badge bare">{t!(users_you)}</span> })}
                        {detail.on_call.then(|| view! { <span class="badge accent">{t!(user_on_call)}</span> })}
                        {pending.then(pending_mark)}
                    </div>
                </div>
            }
        })
    };
    let asked = Memo::new(move |_| one.app.ask(|replica, now| offers(replica, now, one.id)).unwrap_or_default());
    let first = move || {
        asked
            .get()
            .into_iter()
            .filter(|offer| offer.why_not.is_none())
            .filter(|offer| matches!(offer.doing, Doing::Send | Doing::Resend | Doing::Reactivate))
            .map(|offer| {
                let doing = offer.doing;
                let start = move |_| action::start(page, doing, one.id);
                view! { <Button label=doing.label() kind="primary" sign=doing.sign() on_click=Callback::new(start) /> }
            })
            .collect_view()
    };
    view! {
        <header class="user-head">
            <Link to=Route::At(Screen::Users, None) class="back">{icon(Icon::Back)} {t!(users)}</Link>
            <div class="user-who">{who} <div class="row-of end">{first}</div></div>
            {move || notices(page, one.id, &asked.get())}
            {leaving(one)}
        </header>
    }
    .into_any()
}

fn label(tab: UserTab) -> String {
    match tab {
        UserTab::Profile => t!(user_tab_profile),
        UserTab::Access => t!(user_tab_access),
        UserTab::Telephony => t!(user_tab_telephony),
        UserTab::Answering => t!(user_tab_answering),
        UserTab::Voicemail => t!(user_tab_voicemail),
        UserTab::Activity => t!(user_tab_activity),
        UserTab::Advanced => t!(user_tab_advanced),
    }
}

/// The tabs: links, so that each can be opened anew, kept and sent.
pub fn tabs(one: One) -> AnyView {
    let router = one.app.router;
    let shown = Memo::new(move |_| one.tabs());
    let here = Memo::new(move |_| tab(one));
    let link = move |tab: UserTab| {
        let to = Route::User(one.id, tab);
        let href = to.path();
        let node = NodeRef::<leptos::html::A>::new();
        Effect::new(move |_| {
            // On a phone they are wider than the screen.
            if here.get() == tab
                && let Some(link) = node.get()
            {
                let options = web_sys::ScrollIntoViewOptions::new();
                options.set_block(web_sys::ScrollLogicalPosition::Nearest);
                options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
                link.scroll_into_view_with_scroll_into_view_options(&options);
            }
        });
        view! {
            <a
                node_ref=node
                href=href
                aria-current=move || (here.get() == tab).then_some("page")
                on:click=move |event| {
                    if is_plain_click(&event) {
                        event.prevent_default();
                        router.go(to.clone());
                    }
                }
            >
                {label(tab)}
            </a>
        }
    };
    view! {
        <nav class="tabs" aria-label=t!(user_tabs)>
            {move || shown.get().into_iter().map(link).collect_view()}
        </nav>
    }
    .into_any()
}
