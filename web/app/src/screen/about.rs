//! About this page: version, how sync and storage stand, keys, and whether the rules here decide as everywhere.

use crate::{
    language::{self, t},
    screen::shortcuts,
    state::app,
    text,
    ui::{banner::Banner, button::Button, icon::Icon},
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::{Link, Saving};
use rollcall_core::{
    record,
    vector::{self, Mismatch, Report, Vectors},
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// The page.
#[component]
pub fn About() -> impl IntoView {
    let app = app();
    let facts = move || {
        let version = app.info.with(|info| info.as_ref().map(|info| info.version.clone()));
        let mut facts = vec![
            (t!(about_page), env!("CARGO_PKG_VERSION").to_owned()),
            (t!(about_server), version.unwrap_or_else(|| t!(about_server_not_reached))),
        ];
        let now = app.ask(|_, now| now).unwrap_or_default();
        if let Some(status) = app.status() {
            facts.push((t!(about_connection), link(&status.link)));
            facts.push((
                t!(about_last_sync),
                status.synced.map_or_else(|| t!(about_never), |at| text::time::ago(at, now)),
            ));
            facts.push((t!(waiting_title), language::number(status.pending)));
            facts.push((t!(about_refused), language::number(status.inbox)));
            facts.push((
                t!(about_storage),
                match status.saving {
                    Saving::Saved { persistent: true } => t!(about_storage_persistent),
                    Saving::Saved { persistent: false } => t!(about_storage_best_effort),
                    Saving::NotSaved(reason) => t!(about_storage_none, reason = text::not_kept(&reason)),
                },
            ));
            facts.push((t!(about_tab), if status.leader { t!(about_tab_leads) } else { t!(about_tab_follows) }));
        }
        if let Some((records, version)) =
            app.ask(|replica, _| (replica.view().len(), replica.cursor().map_or(0, |cursor| cursor.version)))
        {
            facts.push((t!(about_records), language::number(records)));
            facts.push((t!(about_data_version), version.to_string()));
        }
        facts
            .into_iter()
            .map(|(name, value)| view! { <div><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div> })
            .collect_view()
    };
    view! {
        <div class="page narrow">
            <header class="page-head">
                <div class="page-title">
                    <h1>{t!(about)}</h1>
                    <p class="soft">{t!(about_sub)}</p>
                </div>
                <Button label=t!(about_sync_now) sign=Icon::Refresh on_click=Callback::new(move |_| app.sync_now()) />
            </header>
            <section class="card" aria-label=t!(about_state)>
                <dl class="facts">{facts}</dl>
            </section>
            <SelfCheck />
            <section class="group about-keys" aria-labelledby="keys-title">
                <h2 id="keys-title">{t!(about_keys)}</h2>
                <div class="card shortcuts">{shortcuts::all()}</div>
            </section>
        </div>
    }
}

fn link(link: &Link) -> String {
    match link {
        Link::Connecting => t!(about_link_connecting),
        Link::Online => t!(about_link_online),
        Link::Slowed => t!(about_link_slowed),
        Link::Offline => t!(about_link_offline),
        Link::Intercepted => t!(about_link_intercepted),
        Link::SignedOut => t!(sync_signed_out),
        Link::Forbidden(why) => text::problem(why),
        Link::TooOld => t!(about_link_too_old),
    }
}

/// Runs the rule vectors that the server and the JS hosts run too.
#[component]
fn SelfCheck() -> impl IntoView {
    let busy = RwSignal::new(false);
    let answer = RwSignal::new(None::<Result<Report, String>>);
    let run = move |_| {
        busy.set(true);
        spawn_local(async move {
            let result = match fetch_vectors().await {
                Some(vectors) => Ok(vector::run(&vectors)),
                None => Err(t!(about_check_unavailable)),
            };
            answer.set(Some(result));
            busy.set(false);
        });
    };
    view! {
        <section class="group" aria-labelledby="check-title">
            <h2 id="check-title">{t!(about_check)}</h2>
            <div class="card">
                <p class="soft">{t!(about_check_sub)}</p>
                {move || match answer.get()? {
                    Ok(report) if report.failed.is_empty() && report.passed > 0 => {
                        let said = t!(about_check_agree, count = report.passed);
                        Some(view! { <Banner tone="good" sign=Icon::Check><p id="self-check">{said}</p></Banner> }.into_any())
                    }
                    Ok(report) => {
                        let count = report.passed + report.failed.len();
                        let said = match report.failed.into_iter().next() {
                            Some(Mismatch { vector, step, .. }) => t!(about_check_differ, count, passed = report.passed, step, vector),
                            None => t!(about_check_nothing),
                        };
                        Some(view! { <Banner tone="bad" sign=Icon::Alert><p id="self-check">{said}</p></Banner> }.into_any())
                    }
                    Err(said) => Some(view! { <Banner tone="warn" sign=Icon::CloudOff><p id="self-check">{said}</p></Banner> }.into_any()),
                }}
                <div class="row-of"><Button label=t!(about_check_run) busy=busy on_click=Callback::new(run) /></div>
            </div>
        </section>
    }
}

async fn fetch_vectors() -> Option<Vectors> {
    let response = JsFuture::from(window().fetch_with_str("/vectors.bin")).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let bytes = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    record::decode(&js_sys::Uint8Array::new(&bytes).to_vec()).ok()
}
