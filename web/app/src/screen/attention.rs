//! What needs a decision, in groups with the way to where it is made; nothing, when nothing does.

use crate::{
    language::t,
    router::Route,
    state::{App, Stage, app},
    ui::{
        button::Button,
        empty::EmptyState,
        icon::{Icon, icon},
        link::Link,
    },
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::api;
use rollcall_core::query;
use rollcall_view::attention::{Need, needs};

/// How many mails did not arrive, as far as the server can be asked and whoever looks may know.
fn lost(app: App) -> RwSignal<usize> {
    let lost = RwSignal::new(0);
    // What failed before still holds when the server can't be asked.
    let asks = Memo::new(move |_| {
        let invites = app.ask(|replica, now| query::sees_invitations(replica.view(), &replica.context(now)));
        app.is_online() && invites == Some(true)
    });
    Effect::new(move |_| {
        let Stage::Open(_, place) = app.stage.get_untracked() else { return };
        if asks.get() {
            spawn_local(async move {
                if let Ok(list) = api::undelivered(place.tenant).await {
                    lost.try_set(list.len());
                }
            });
        }
    });
    lost
}

/// The page.
#[component]
pub fn Attention() -> impl IntoView {
    let app = app();
    let lost = lost(app);
    let all = Memo::new(move |_| {
        let lost = lost.get();
        app.ask(|replica, now| needs(replica.view(), &replica.context(now), lost)).unwrap_or_default()
    });
    let body = move || {
        if !app.is_ready() {
            return view! { <p class="opening"><span class="spinner" role="status" aria-label=t!(loading)></span></p> }
                .into_any();
        }
        let all = all.get();
        if all.is_empty() {
            return view! {
                <EmptyState sign=Icon::Check title=t!(attention_nothing_title) sentence=t!(attention_nothing)>
                    <Button label=t!(go_to_users) on_click=Callback::new(move |_| app.router.go(Route::HOME)) />
                </EmptyState>
            }
            .into_any();
        }
        view! { <ul class="cards needs">{all.into_iter().map(card).collect_view()}</ul> }.into_any()
    };
    view! {
        <div class="page narrow">
            <header class="page-head">
                <div class="page-title">
                    <h1>{t!(attention)}</h1>
                    <p class="soft">{t!(attention_sub)}</p>
                </div>
            </header>
            {body}
        </div>
    }
}

fn card(need: Need) -> AnyView {
    let Need { what, count, grave, all, named } = need;
    let title = t!(attention_what, count, what);
    let more = count.saturating_sub(named.len());
    // One that is named needs no list of one.
    let many = count > 1 || named.is_empty();
    let link = |(name, to): (String, Route)| view! { <li><Link to=to class="tag"><bdi>{name}</bdi></Link></li> };
    let names = (!named.is_empty()).then(|| {
        view! {
            <ul class="bare tags">
                {named.into_iter().map(link).collect_view()}
                {(more > 0).then(|| view! { <li class="faint">{t!(ask_more, count = more)}</li> })}
            </ul>
        }
    });
    view! {
        <li class="card need" class:grave=grave>
            {icon(if grave { Icon::Alert } else { Icon::Info })}
            <div>
                <h2>{title}</h2>
                <p class="soft">{t!(attention_why, what)}</p>
                {names}
                {all
                    .filter(|_| many)
                    .map(|(to, asking)| {
                        view! { <Link to=to asking=asking class="button small">{t!(attention_show, count)}</Link> }
                    })}
            </div>
        </li>
    }
    .into_any()
}
