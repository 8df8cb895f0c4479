//! Where one is signed in: each with browser, network and last use, ended singly or all others at once.

use crate::{
    part::{
        button::Button,
        dialog::Confirm,
        icon::{Icon, icon},
        remote::Remote,
    },
    state::app,
    text,
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::api;
use rollcall_core::{Timestamp, api::SessionView, id::DeviceId};

/// What is to be ended.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Ending {
    One(DeviceId, String),
    Others,
}

/// The list.
#[component]
pub fn Sessions(
    sessions: Remote<Vec<SessionView>>,
    on_done: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let app = app();
    let ending = RwSignal::new(None::<Ending>);
    let busy = RwSignal::new(false);
    let others = move || sessions.value.with(|list| list.as_ref().is_some_and(|list| list.len() > 1));
    let end = move |what: Ending| {
        busy.set(true);
        spawn_local(async move {
            let answer = match what {
                Ending::One(device, _) => api::end_one_session(device).await,
                Ending::Others => api::end_other_sessions().await,
            };
            busy.set(false);
            ending.set(None);
            match answer {
                Ok(()) => {
                    app.toasts.say("Ended.".into());
                    on_done();
                }
                Err(error) => app.toasts.warn(text::api_error(&error)),
            }
            sessions.ask();
        });
    };
    let question = move || {
        ending.get().map(|what| {
            let (title, question) = match &what {
                Ending::One(_, name) => {
                    (format!("End the session in {name}?"), "Whoever uses it has to sign in again.")
                }
                Ending::Others => {
                    ("End all other sessions?".to_owned(), "Everywhere but here, you have to sign in again.")
                }
            };
            let consequences = vec!["The directory is deleted there; unsynced work stays on the device.".to_owned()];
            view! {
                <Confirm
                    title=title
                    question=question
                    consequences=consequences
                    yes="End"
                    busy=busy
                    on_yes=move || end(what.clone())
                    on_close=move || ending.set(None)
                />
            }
        })
    };
    view! {
        <section class="group" aria-labelledby="sessions-title">
            <div class="group-head">
                <h2 id="sessions-title">"Where you are signed in"</h2>
                <Show when=others>
                    <Button label="End all others…" kind="small" on_click=Callback::new(move |_| ending.set(Some(Ending::Others))) />
                </Show>
            </div>
            {sessions.view(move |list| {
                let now = app.ask_once(|_, now| now).unwrap_or_default();
                let rows = list.into_iter().map(|one| row(one, now, ending)).collect_view();
                view! { <ul class="lines quiet">{rows}</ul> }
            })}
            {question}
        </section>
    }
}

fn row(session: SessionView, now: Timestamp, ending: RwSignal<Option<Ending>>) -> impl IntoView + use<> {
    let SessionView { device, current, created, seen, network, browser } = session;
    let name = text::security::browser(&browser);
    let used = if current { "in use now".to_owned() } else { format!("last used {}", text::time::ago(seen, now)) };
    let from = network.map(|network| format!("{network} · ")).unwrap_or_default();
    let note = format!("{from}{used} · signed in {}", text::time::ago(created, now));
    let ended = name.clone();
    view! {
        <li>
            {icon(Icon::Monitor)}
            <div>
                <p>{name}</p>
                <p class="faint"><bdi>{note}</bdi></p>
            </div>
            {if current {
                view! { <span class="badge good">"This one"</span> }.into_any()
            } else {
                let end = move |_| ending.set(Some(Ending::One(device, ended.clone())));
                view! { <Button label="End…" kind="small" on_click=Callback::new(end) /> }.into_any()
            }}
        </li>
    }
}
