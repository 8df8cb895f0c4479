//! Sent mail: what the server put into its outbox folder, where there is no SMTP server.

use crate::{
    language::{self, t},
    state::{Stage, app},
    text,
    ui::{
        banner::Banner,
        button::Button,
        empty::EmptyState,
        icon::{Icon, icon},
    },
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::api;
use rollcall_core::api::SentMail;

/// What stands in a mail for a link or a code that is not shown.
const MASK: &str = "••••";

/// The page.
#[component]
pub fn Mail() -> impl IntoView {
    let app = app();
    let mails = RwSignal::new(None::<Vec<SentMail>>);
    let failed = RwSignal::new(None::<String>);
    let load = move || {
        let Stage::Open(_, place) = app.stage.get_untracked() else { return };
        spawn_local(async move {
            match api::sent_mail(place.tenant).await {
                Ok(list) => {
                    failed.set(None);
                    mails.set(Some(list));
                }
                Err(error) => failed.set(Some(text::api_error(&error))),
            }
        });
    };
    load();
    view! {
        <div class="page narrow">
            <header class="page-head">
                <div class="page-title">
                    <h1>{t!(sent_mail)}</h1>
                    <p class="soft">{t!(mail_sub)}</p>
                </div>
                <Button label=t!(refresh) sign=Icon::Refresh on_click=Callback::new(move |_| load()) />
            </header>
            {move || failed.get().map(|said| view! { <Banner tone="warn" sign=Icon::CloudOff><p>{said}</p></Banner> })}
            {move || match mails.get() {
                None if failed.with(Option::is_some) => ().into_any(),
                None => view! { <p class="opening"><span class="spinner" role="status" aria-label=t!(loading)></span></p> }.into_any(),
                Some(list) if list.is_empty() => {
                    view! { <EmptyState sign=Icon::Mail title=t!(mail_none_title) sentence=t!(mail_none) /> }.into_any()
                }
                Some(list) => {
                    let masked = list.iter().any(|mail| mail.body.contains(MASK));
                    let note = masked.then(|| {
                        view! {
                            <Banner tone="" sign=Icon::Shield>
                                <p>{t!(mail_masked)}</p>
                            </Banner>
                        }
                    });
                    let first = list.len().min(1);
                    let items = list
                        .into_iter()
                        .enumerate()
                        .map(|(index, mail)| view! { <li class="card">{one(mail, index < first)}</li> })
                        .collect_view();
                    view! {
                        {note}
                        <ul class="cards">{items}</ul>
                    }
                    .into_any()
                }
            }}
        </div>
    }
}

fn one(mail: SentMail, open: bool) -> impl IntoView {
    // A line that is an address becomes a link; everything else is shown as it was sent.
    let lines = mail
        .body
        .lines()
        .map(|line| {
            let link = line.split_whitespace().find(|word| word.starts_with("http://") || word.starts_with("https://"));
            match link.and_then(|link| line.split_once(link).map(|(before, after)| (before, link, after))) {
                Some((before, link, after)) => view! {
                    {before.to_owned()}
                    <a href=link.to_owned()>{link.to_owned()}</a>
                    {after.to_owned()}
                    "\n"
                }
                .into_any(),
                None => format!("{line}\n").into_any(),
            }
        })
        .collect_view();
    view! {
        <details open=open class="mail">
            <summary>
                {icon(Icon::Mail)}
                <span class="clip">
                    <strong class="clip" dir="auto">{mail.subject}</strong>
                    <span class="soft wraps">{t!(mail_to, email = mail.to)}</span>
                </span>
                <time class="faint">{language::moment(mail.at)}</time>
            </summary>
            <pre dir="auto">{lines}</pre>
        </details>
    }
}
