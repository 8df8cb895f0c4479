//! Where one is signed in: each with browser, network and last use, ended singly or all others at once.

use crate::{
    language::t,
    state::app,
    text,
    ui::{
        button::Button,
        dialog::Confirm,
        facts::facts,
        icon::{Icon, icon},
        remote::Remote,
    },
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
            let (answer, said) = match what {
                Ending::One(device, _) => (api::end_one_session(device).await, t!(sessions_ended)),
                Ending::Others => (api::end_other_sessions().await, t!(sessions_others_ended)),
            };
            busy.set(false);
            ending.set(None);
            match answer {
                Ok(()) => {
                    app.toasts.say(said);
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
                Ending::One(_, browser) => (t!(sessions_end_title, browser), t!(sessions_end_question)),
                Ending::Others => (t!(sessions_end_others_title), t!(sessions_end_others_question)),
            };
            let consequences = vec![t!(sessions_end_deletes)];
            view! {
                <Confirm
                    title=title
                    question=question
                    consequences=consequences
                    yes=t!(sessions_end_yes)
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
                <h2 id="sessions-title">{t!(sessions_title)}</h2>
                <Show when=others>
                    <Button label=t!(sessions_end_others) kind="small" on_click=Callback::new(move |_| ending.set(Some(Ending::Others))) />
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
    let used =
        if current { t!(sessions_in_use) } else { t!(sessions_last_used, when = text::time::ago_text(seen, now)) };
    let signed_in = t!(sessions_signed_in, when = text::time::ago_text(created, now));
    let note = facts(network.into_iter().chain([used, signed_in]));
    let ended = name.clone();
    view! {
        <li>
            {icon(Icon::Monitor)}
            <div>
                <p><bdi>{name}</bdi></p>
                <p class="faint">{note}</p>
            </div>
            {if current {
                view! { <span class="badge good">{t!(sessions_this)}</span> }.into_any()
            } else {
                let end = move |_| ending.set(Some(Ending::One(device, ended.clone())));
                view! { <Button label=t!(sessions_end) kind="small" on_click=Callback::new(end) /> }.into_any()
            }}
        </li>
    }
}
