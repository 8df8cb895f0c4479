//! Choose an organisation first, when the account has several (S2.1); and what to do when it has none.

use super::entry::Entry;
use crate::{
    app,
    part::{
        avatar::avatar,
        button::Button,
        icon::{Icon, icon},
    },
    state::{App, app},
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_core::api::Session;

/// The list of organisations.
#[component]
pub fn Choose(session: Session) -> impl IntoView {
    let app = app();
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
            <Button label="Sign out" kind="plain wide" on_click=Callback::new(move |_| leave(app)) />
        </Entry>
    }
}

/// An account without an organisation.
#[component]
pub fn Nowhere() -> impl IntoView {
    let app = app();
    app::title("No organisation");
    view! {
        <Entry
            title="No organisation"
            sub="Your account belongs to no organisation at the moment. Ask an administrator to invite you, then sign in again."
        >
            <Button label="Sign out" kind="wide" on_click=Callback::new(move |_| leave(app)) />
        </Entry>
    }
}

fn leave(app: App) {
    spawn_local(async move {
        if let Err(sentence) = app.sign_out(false).await {
            app.toasts.warn(sentence);
        }
    });
}
