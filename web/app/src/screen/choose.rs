//! Choose an organisation first, when the account has several (S2.1); and what to do when it has none.

use super::{entry::Entry, sign_out::SignOut};
use crate::{
    language::t,
    state::{Stage, app},
    text, title,
    ui::{
        avatar::avatar,
        banner::Banner,
        button::Button,
        icon::{Icon, icon},
    },
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::api;
use rollcall_core::api::{ForgotPassword, Session};
use std::time::Duration;

/// How often organisations that could not be asked are asked again.
const AGAIN: Duration = Duration::from_secs(10);

/// What fits whoever is signed in and in no organisation.
#[component]
pub fn Organisations() -> impl IntoView {
    match app().stage.get_untracked() {
        Stage::Choose(session) => view! { <Choose session=session /> }.into_any(),
        Stage::Nowhere(session) => view! { <Nowhere session=session /> }.into_any(),
        Stage::Opening | Stage::SignIn | Stage::Open(..) | Stage::Broken(_) => ().into_any(),
    }
}

/// The list of organisations.
#[component]
fn Choose(session: Session) -> impl IntoView {
    let app = app();
    let leaving = RwSignal::new(false);
    title::set(t!(choose_title));
    let sub = session.email.as_ref().map(|email| t!(choose_sub, email = email.as_str())).unwrap_or_default();
    let items = session
        .organisations
        .clone()
        .into_iter()
        .map(|place| {
            let session = session.clone();
            let tenant = place.tenant;
            view! {
                <li>
                    <button type="button" on:click=move |_| spawn_local(app.enter(session.clone(), Some(tenant)))>
                        {avatar(place.name.as_str(), tenant.uuid().as_u128(), "box")}
                        <span class="clip" dir="auto">{place.name.to_string()}</span>
                        {icon(Icon::Play)}
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <Entry title=t!(choose_title) sub=sub>
            <ul class="choose">{items}</ul>
            <Unavailable session=session.clone() />
            <NewPassword session=session />
            <Button label=t!(sign_out) kind="plain wide" on_click=Callback::new(move |_| leaving.set(true)) />
        </Entry>
        <Leaving leaving=leaving />
    }
}

/// An account that may go nowhere: it belongs to no organisation, only has phones (invariant 13), or has to wait for its
/// organisations.
#[component]
fn Nowhere(session: Session) -> impl IntoView {
    let leaving = RwSignal::new(false);
    let names: Vec<_> = session.without_portal.iter().map(ToString::to_string).collect();
    let other: Vec<_> = session.by_another_identifier.iter().map(ToString::to_string).collect();
    let (title, sub) = match (other.is_empty(), names.is_empty()) {
        _ if !session.unavailable.is_empty() => (t!(choose_unavailable_title), String::new()),
        _ if !session.new_password_needed.is_empty() => (t!(choose_password_title), String::new()),
        (false, _) => (t!(choose_other_title), t!(choose_other, organisations = other)),
        (true, true) => (t!(choose_none_title), t!(choose_none)),
        (true, false) => (t!(choose_no_portal_title), t!(choose_no_portal, organisations = names)),
    };
    title::set(title.clone());
    view! {
        <Entry title=title sub=sub>
            <Unavailable session=session.clone() />
            <NewPassword session=session />
            <Button label=t!(sign_out) kind="wide" on_click=Callback::new(move |_| leaving.set(true)) />
        </Entry>
        <Leaving leaving=leaving />
    }
}

/// The organisations that can't be asked at the moment. It is tried again until they can.
#[component]
fn Unavailable(session: Session) -> impl IntoView {
    let app = app();
    let busy = RwSignal::new(false);
    let names: Vec<_> = session.unavailable.iter().map(|place| place.name.to_string()).collect();
    if names.is_empty() {
        return ().into_any();
    }
    let again = move || {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let before = session.clone();
        spawn_local(async move {
            let answer = api::session().await;
            // The page was left meanwhile, or another try was answered first.
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(Some(session)) if session != before => app.enter(session, None).await,
                Ok(None) => app.stage.set(Stage::SignIn),
                Ok(Some(_)) | Err(_) => {}
            }
        });
    };
    let click = again.clone();
    if let Ok(timer) = set_interval_with_handle(again, AGAIN) {
        on_cleanup(move || timer.clear());
    }
    view! {
        <Banner tone="warn" sign=Icon::CloudOff><p>{t!(choose_unavailable, organisations = names)}</p></Banner>
        <Button label=t!(try_again) kind="wide" busy=busy on_click=Callback::new(move |_| click()) />
    }
    .into_any()
}

/// The organisations that ask for a new password, which a mailed link sets (S4.13).
#[component]
fn NewPassword(session: Session) -> impl IntoView {
    let app = app();
    let busy = RwSignal::new(false);
    let names: Vec<_> = session.new_password_needed.iter().map(ToString::to_string).collect();
    if names.is_empty() {
        return ().into_any();
    }
    let email = session.email.as_ref().map(ToString::to_string).unwrap_or_default();
    let said = t!(choose_password_needed, email = &email, organisations = names);
    let again = move |_| {
        busy.set(true);
        let request = ForgotPassword { identifier: email.clone(), organisation: None };
        spawn_local(async move {
            let answer = api::forgot_password(&request).await;
            busy.set(false);
            match answer {
                Ok(()) => app.toasts.say(t!(choose_sent)),
                Err(error) => app.toasts.warn(text::api_error(&error)),
            }
        });
    };
    view! {
        <Banner tone="warn" sign=Icon::Shield><p>{said}</p></Banner>
        <Button label=t!(choose_send_again) kind="wide" busy=busy on_click=Callback::new(again) />
    }
    .into_any()
}

/// The question before signing out.
#[component]
fn Leaving(leaving: RwSignal<bool>) -> impl IntoView {
    view! {
        <Show when=move || leaving.get()>
            <SignOut on_close=move || leaving.set(false) />
        </Show>
    }
}
