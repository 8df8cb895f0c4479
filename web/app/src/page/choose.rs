//! Choose an organisation first, when the account has several (S2.1); and what to do when it has none.

use super::{entry::Entry, sign_out::SignOut};
use crate::{
    app,
    part::{
        avatar::avatar,
        banner::Banner,
        button::Button,
        icon::{Icon, icon},
    },
    state::app,
    text,
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::api;
use rollcall_core::api::{ForgotPassword, Session};

/// The list of organisations.
#[component]
pub fn Choose(session: Session) -> impl IntoView {
    let app = app();
    let leaving = RwSignal::new(false);
    app::title("Choose an organisation");
    let email = session.email.to_string();
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
        <Entry title="Choose an organisation" sub=format!("{email} belongs to several. You can switch later.")>
            <ul class="choose">{items}</ul>
            <NewPassword session=session />
            <Button label="Sign out" kind="plain wide" on_click=Callback::new(move |_| leaving.set(true)) />
        </Entry>
        <Leaving leaving=leaving />
    }
}

/// An account that may go nowhere: it belongs to no organisation, or only has phones (invariant 13).
#[component]
pub fn Nowhere(session: Session) -> impl IntoView {
    let leaving = RwSignal::new(false);
    let names: Vec<_> = session.without_portal.iter().map(ToString::to_string).collect();
    let other: Vec<_> = session.by_another_identifier.iter().map(ToString::to_string).collect();
    let asking: Vec<_> = session.new_password_needed.iter().map(ToString::to_string).collect();
    let (title, sub) = match (other.is_empty(), names.is_empty()) {
        _ if !asking.is_empty() => ("A new password is needed", String::new()),
        (false, _) => (
            "Sign in another way",
            format!(
                "{} asks you to sign in by another identifier: your e-mail address, mobile number or log-in name. Sign \
                 out, then use another of them.",
                other.join(", ")
            ),
        ),
        (true, true) => (
            "No organisation",
            "Your account belongs to no organisation at the moment. Ask an administrator to invite you, then sign in again."
                .to_owned(),
        ),
        (true, false) => (
            "No access to the portal",
            format!(
                "You have a phone at {}, and your role does not open the portal. Ask an administrator if you need it.",
                names.join(", ")
            ),
        ),
    };
    app::title(title);
    view! {
        <Entry title=title sub=sub>
            <NewPassword session=session />
            <Button label="Sign out" kind="wide" on_click=Callback::new(move |_| leaving.set(true)) />
        </Entry>
        <Leaving leaving=leaving />
    }
}

/// The organisations that ask for a new password, which a mailed link sets (S4.13).
#[component]
fn NewPassword(session: Session) -> impl IntoView {
    let app = app();
    let busy = RwSignal::new(false);
    let names: Vec<_> = session.new_password_needed.iter().map(ToString::to_string).collect();
    let email = session.email.to_string();
    let said = match names.as_slice() {
        [] => return ().into_any(),
        [one] => {
            format!("{one} asks for a new password before you can go on. A link to choose one was sent to {email}.")
        }
        several => format!(
            "These organisations ask for a new password before you can go on: {}. A link to choose one was sent to {email}.",
            several.join(", ")
        ),
    };
    let again = move |_| {
        busy.set(true);
        let request = ForgotPassword { identifier: email.clone(), organisation: None };
        spawn_local(async move {
            let answer = api::forgot_password(&request).await;
            busy.set(false);
            match answer {
                Ok(()) => app.toasts.say("Another link is on its way.".into()),
                Err(error) => app.toasts.warn(text::api_error(&error)),
            }
        });
    };
    view! {
        <Banner tone="warn" sign=Icon::Shield><p>{said}</p></Banner>
        <Button label="Send the link again" kind="wide" busy=busy on_click=Callback::new(again) />
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
