//! Security logs: one's own, and that of the organisation, which its owners read. Newest first, a page at a time.

use crate::{
    language::{self, t},
    state::{App, Stage, app},
    text,
    ui::{
        button::Button,
        empty::EmptyState,
        facts::facts,
        icon::{Icon, icon},
        remote::Remote,
    },
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::api;
use rollcall_core::{
    api::{SecurityEvent, SecurityPage},
    id::TenantId,
};

/// The log of the organisation.
#[component]
pub fn Security() -> impl IntoView {
    let app = app();
    let of = match app.stage.get_untracked() {
        Stage::Open(_, place) => Some(place.tenant),
        _ => None,
    };
    let again = RwSignal::new(0_u32);
    let refresh = move |_| again.update(|again| *again = again.wrapping_add(1));
    view! {
        <div class="page narrow">
            <header class="page-head">
                <div class="page-title">
                    <h1>{t!(security_log)}</h1>
                    <p class="soft">{t!(security_log_sub)}</p>
                </div>
                <Button label=t!(refresh) sign=Icon::Refresh on_click=Callback::new(refresh) />
            </header>
            {move || {
                again.track();
                of.map(|tenant| view! { <Log of=Some(tenant) /> })
            }}
        </div>
    }
}

/// A log: of an organisation, or one's own.
#[component]
pub fn Log(of: Option<TenantId>) -> impl IntoView {
    let app = app();
    let ask = move |before: Option<u64>| async move {
        match of {
            Some(tenant) => api::security(tenant, before).await,
            None => api::own_security(before).await,
        }
    };
    let first = Remote::new(move || ask(None));
    // The pages after the first.
    let later = RwSignal::new(None::<SecurityPage>);
    let busy = RwSignal::new(false);
    let next = move || match later.with(|later| later.as_ref().map(|page| page.next)) {
        Some(next) => next,
        None => first.value.with(|first| first.as_ref().and_then(|page| page.next)),
    };
    let more = move |_| {
        let Some(before) = untrack(next) else { return };
        busy.set(true);
        spawn_local(async move {
            let answer = ask(Some(before)).await;
            busy.try_set(false);
            match answer {
                Ok(page) => drop(later.try_update(|later| {
                    let mut events = later.take().map(|page| page.events).unwrap_or_default();
                    events.extend(page.events);
                    *later = Some(SecurityPage { events, next: page.next });
                })),
                Err(error) => app.toasts.warn(text::api_error(&error)),
            }
        });
    };
    first.view(move |page| {
        if page.events.is_empty() && page.next.is_none() {
            return view! { <EmptyState sign=Icon::Shield title=t!(security_nothing_title) sentence=t!(security_nothing) /> }
                .into_any();
        }
        let line = move |event: &SecurityEvent| row(app, event, of.is_none());
        let shown = page.events.iter().map(line).collect_view();
        view! {
            <ul class="lines quiet">
                {shown}
                {move || later.with(|later| later.as_ref().map(|page| page.events.iter().map(line).collect_view()))}
            </ul>
            <Show when=move || next().is_some()>
                <Button label=t!(security_older) kind="wide" busy=busy on_click=Callback::new(more) />
            </Show>
        }
        .into_any()
    })
}

fn row(app: App, event: &SecurityEvent, own: bool) -> impl IntoView + use<> {
    let grave = text::security::is_grave(event.kind);
    let what = if own { text::security::own(event.kind) } else { text::security::of_somebody(event.kind) };
    let whence = text::security::whence(&event.browser, event.network.as_deref());
    let who = (!own).then(|| {
        let user = event.user;
        let named =
            |id| app.ask_once(|replica, _| replica.view().user(id).map(|user| user.display_name().into_owned()));
        user.and_then(named).flatten().unwrap_or_else(|| t!(security_user_gone))
    });
    let (first, what) = match who {
        Some(who) => (who, Some(what)),
        None => (what, None),
    };
    let second: Vec<_> = what.into_iter().chain(whence).collect();
    view! {
        <li class:grave=grave>
            {icon(if grave { Icon::Alert } else { Icon::Shield })}
            <div>
                <p><bdi>{first}</bdi></p>
                {(!second.is_empty()).then(|| view! { <p class="faint">{facts(second)}</p> })}
            </div>
            <span class="faint"><bdi>{language::moment(event.at)}</bdi></span>
        </li>
    }
}
