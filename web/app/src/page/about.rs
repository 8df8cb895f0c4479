//! About this page: version, how sync and storage stand, keys, and whether the rules here decide as everywhere.

use crate::{
    app,
    part::{banner::Banner, button::Button, icon::Icon},
    state::app,
    text,
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::{Link, Saving};
use rollcall_core::vector::{self, Report, Vectors};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

const KEYS: [(&str, &str); 8] = [
    ("/", "Search users"),
    ("n", "Invite a user"),
    ("↑ ↓", "Move in the list"),
    ("Enter", "Open the user"),
    ("Space", "Select; with Shift, a range"),
    ("m", "Open the user's menu"),
    ("Home End", "First and last user"),
    ("Esc", "Close, or clear the selection"),
];

/// The page.
#[component]
pub fn About() -> impl IntoView {
    let app = app();
    app::title("About");
    let facts = move || {
        let version = app.info.with(|info| info.as_ref().map(|info| info.version.clone()));
        let mut facts = vec![
            ("Page", env!("CARGO_PKG_VERSION").to_owned()),
            ("Server", version.unwrap_or_else(|| "not reached".into())),
        ];
        let now = app.ask(|_, now| now).unwrap_or_default();
        if let Some(status) = app.status() {
            facts.push(("Connection", link(&status.link)));
            facts.push(("Last sync", status.synced.map_or("never".into(), |at| text::time::ago(at, now))));
            facts.push(("Waiting to sync", crate::language::number(status.pending)));
            facts.push(("Refused", crate::language::number(status.inbox)));
            facts.push((
                "Storage",
                match status.saving {
                    Saving::Saved { persistent: true } => "kept on this device until you sign out".into(),
                    Saving::Saved { persistent: false } => {
                        "kept on this device; the browser may clear it when the disk is nearly full".into()
                    }
                    Saving::NotSaved(sentence) => format!("not saved: {sentence}"),
                },
            ));
            facts.push(("This tab", if status.leader { "talks to the server" } else { "follows another tab" }.into()));
        }
        if let Some((records, version)) =
            app.ask(|replica, _| (replica.view().len(), replica.cursor().map_or(0, |cursor| cursor.version)))
        {
            facts.push(("Records here", crate::language::number(records)));
            facts.push(("Version of the data", version.to_string()));
        }
        facts.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }).collect_view()
    };
    let keys = KEYS
        .into_iter()
        .map(|(keys, what)| {
            let keys = keys.split(' ').map(|key| view! { <kbd>{key}</kbd> " " }).collect_view();
            view! { <div><dt>{keys}</dt><dd>{what}</dd></div> }
        })
        .collect_view();
    view! {
        <div class="page narrow">
            <header class="page-head">
                <div class="page-title">
                    <h1>"About"</h1>
                    <p class="soft">"How Rollcall is doing on this device."</p>
                </div>
                <Button label="Sync now" sign=Icon::Refresh on_click=Callback::new(move |_| app.sync_now()) />
            </header>
            <section class="card" aria-label="State">
                <dl class="facts">{facts}</dl>
            </section>
            <SelfCheck />
            <section class="group keys" aria-labelledby="keys-title">
                <h2 id="keys-title">"Keys"</h2>
                <div class="card"><dl class="facts">{keys}</dl></div>
            </section>
        </div>
    }
}

fn link(link: &Link) -> String {
    match link {
        Link::Connecting => "connecting".into(),
        Link::Online => "online".into(),
        Link::Slowed => "online; the server asked for a pause".into(),
        Link::Offline => "offline; tried again by itself".into(),
        Link::Intercepted => "something on the network answers in place of the server; tried again by itself".into(),
        Link::SignedOut => "signed out".into(),
        Link::Forbidden(sentence) => sentence.clone(),
        Link::TooOld => "this page is too old".into(),
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
                None => Err("The rule vectors are not to be had at the moment. Try again when you are online.".into()),
            };
            answer.set(Some(result));
            busy.set(false);
        });
    };
    view! {
        <section class="group" aria-labelledby="check-title">
            <h2 id="check-title">"Self-check"</h2>
            <div class="card">
                <p class="soft">"Page, server and other programs decide by the same rules. The check runs every published decision here and compares."</p>
                {move || match answer.get()? {
                    Ok(report) if report.failed.is_empty() && report.passed > 0 => {
                        let count = crate::language::number(report.passed);
                        Some(view! { <Banner tone="good" sign=Icon::Check><p id="self-check">{format!("{count} of {count} rules vectors agree.")}</p></Banner> }.into_any())
                    }
                    Ok(report) => {
                        let all = report.passed + report.failed.len();
                        let first = report.failed.first().map(|miss| format!(" First: {} – {}", miss.vector, miss.step));
                        let said = format!("{} of {} rules vectors agree.{}", report.passed, all, first.unwrap_or_default());
                        Some(view! { <Banner tone="bad" sign=Icon::Alert><p id="self-check">{said}</p></Banner> }.into_any())
                    }
                    Err(said) => Some(view! { <Banner tone="warn" sign=Icon::CloudOff><p id="self-check">{said}</p></Banner> }.into_any()),
                }}
                <div class="row-of"><Button label="Run the check" busy=busy on_click=Callback::new(run) /></div>
            </div>
        </section>
    }
}

async fn fetch_vectors() -> Option<Vectors> {
    let response = JsFuture::from(window().fetch_with_str("/vectors.json")).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
    serde_json::from_str(&text).ok()
}
