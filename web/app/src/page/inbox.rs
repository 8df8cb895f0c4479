//! The inbox: work that the server refused, with the reason and what can be done; and work that still waits.

use crate::{
    app,
    part::{
        button::Button,
        empty::EmptyState,
        icon::{Icon, icon},
    },
    state::{App, app},
    text,
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_core::{
    Command,
    command::{ImportUser, InviteUser},
    id::UserId,
    sync::{Outcome, Rejected, Remedy, Seq, remedies},
};

/// One refused command, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Item {
    seq: Seq,
    title: String,
    details: String,
    reason: String,
    when: String,
    remedies: Vec<Remedy>,
}

/// One command that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Waiting {
    seq: Seq,
    title: String,
    note: String,
    when: String,
}

/// More than these are counted, not listed.
const LISTED: usize = 100;

/// The page.
#[component]
pub fn Inbox() -> impl IntoView {
    let app = app();
    app::title("Inbox");
    let items = Memo::new(move |_| {
        let items = app.ask(|replica, now| {
            let item = |rejected: &Rejected| Item {
                seq: rejected.envelope.seq,
                title: text::command::title(&rejected.envelope.command, replica.view()),
                details: text::command::details(&rejected.envelope.command, replica.view()),
                reason: match &rejected.outcome {
                    Outcome::Refused { refusals } => text::refusals(refusals, Some(replica.view())),
                    Outcome::Clashed => {
                        "Another copy of this browser profile used the same number for something else, so this was not done.".into()
                    }
                    Outcome::Applied { .. } => String::new(),
                },
                when: text::time::ago(rejected.at, now),
                remedies: remedies(rejected),
            };
            replica.inbox().map(item).collect::<Vec<_>>()
        });
        items.unwrap_or_default()
    });
    let waiting = Memo::new(move |_| {
        let waiting = app.ask(|replica, now| {
            let all = replica.pending().len();
            let listed = replica.pending().take(LISTED).map(|pending| Waiting {
                seq: pending.envelope.seq,
                title: text::command::title(&pending.envelope.command, replica.view()),
                note: if pending.refusals.is_empty() {
                    text::command::details(&pending.envelope.command, replica.view())
                } else {
                    format!("May be refused: {}", text::refusals(&pending.refusals, Some(replica.view())))
                },
                when: text::time::ago(pending.envelope.claimed, now),
            });
            (all, listed.collect::<Vec<_>>())
        });
        waiting.unwrap_or_default()
    });
    let nothing = move || items.with(Vec::is_empty) && waiting.with(|(all, _)| *all == 0);
    view! {
        <div class="page narrow">
            <header class="page-head">
                <div class="page-title">
                    <h1>"Inbox"</h1>
                    <p class="soft">"Work that came back refused, and work on its way to the server."</p>
                </div>
            </header>
            <Show when=nothing>
                <EmptyState
                    sign=Icon::Check
                    title="All done"
                    sentence="Everything has reached the server, and nothing was refused."
                />
            </Show>
            <Show when=move || !items.with(Vec::is_empty)>
                <section class="group" aria-labelledby="refused-title">
                    <h2 id="refused-title">"Needs you"</h2>
                    <ul class="cards">
                        <For each=move || items.get() key=|item| item.seq children=move |item| refused(app, item) />
                    </ul>
                </section>
            </Show>
            <Show when=move || waiting.with(|(all, _)| *all > 0)>
                <section class="group" aria-labelledby="waiting-title">
                    <h2 id="waiting-title">
                        "Waiting to sync " <span class="badge bare number">{move || waiting.with(|(all, _)| *all)}</span>
                    </h2>
                    <ul class="lines">
                        {move || {
                            waiting
                                .get()
                                .1
                                .into_iter()
                                .map(|line| {
                                    view! {
                                        <li>
                                            {icon(Icon::Clock)}
                                            <div class="clip">
                                                <p class="clip" dir="auto" title=line.title.clone()>{line.title.clone()}</p>
                                                <p class="clip faint" dir="auto" title=line.note.clone()>{line.note.clone()}</p>
                                            </div>
                                            <span class="faint">{line.when}</span>
                                        </li>
                                    }
                                })
                                .collect_view()
                        }}
                    </ul>
                    {move || {
                        waiting
                            .with(|(all, listed)| (*all > listed.len()).then(|| {
                                let more = text::counted(all - listed.len(), "more change", "more changes");
                                view! { <p class="faint">{format!("and {more}.")}</p> }
                            }))
                    }}
                </section>
            </Show>
        </div>
    }
}

fn refused(app: App, item: Item) -> impl IntoView {
    let seq = item.seq;
    let busy = RwSignal::new(false);
    let discard = move |_| {
        spawn_local(async move {
            if let Some(engine) = app.engine()
                && let Err(error) = engine.dismiss(seq).await
            {
                app.toasts.warn(app.issue_error(&error));
            }
        });
    };
    let take = move |remedy: Remedy| {
        let (command, said) = match remedy {
            Remedy::KeepWithoutLicence(command) => (command, "Kept as prepared, without the licence."),
            Remedy::Retry(command) => (command, "Trying again."),
        };
        busy.set(true);
        spawn_local(async move {
            let Some(engine) = app.engine() else { return };
            // The remedy first: were the page closed in between, the refused work would still be there.
            let done = match engine.issue(anew(command)).await {
                Ok(_) => engine.dismiss(seq).await,
                Err(error) => Err(error),
            };
            busy.set(false);
            match done {
                Ok(()) => app.toasts.say(said.into()),
                Err(error) => app.toasts.warn(app.issue_error(&error)),
            }
        });
    };
    let buttons = item
        .remedies
        .into_iter()
        .map(|remedy| {
            let (label, kind) = match &remedy {
                Remedy::KeepWithoutLicence(_) => ("Keep as prepared, without licence", "small primary"),
                Remedy::Retry(_) => ("Try again", "small"),
            };
            view! { <Button label=label kind=kind busy=busy on_click=Callback::new(move |_| take(remedy.clone())) /> }
        })
        .collect_view();
    view! {
        <li class="card">
            <div class="card-head">
                <h3 dir="auto">{item.title}</h3>
                <span class="faint">{item.when}</span>
            </div>
            {(!item.details.is_empty()).then(|| view! { <p class="soft" dir="auto">{item.details}</p> })}
            <p class="reason">{icon(Icon::Alert)} <span dir="auto">{item.reason}</span></p>
            <div class="row-of">
                {buttons}
                <Button label="Discard" kind="small plain" on_click=Callback::new(discard) />
            </div>
        </li>
    }
}

/// The same work under a new identity where it makes a user: the old one may have been used up meanwhile.
fn anew(mut command: Command) -> Command {
    let id = UserId::new(rollcall_client::new_id());
    match &mut command {
        Command::PrepareUser(prepare) => prepare.0.id = id,
        Command::ImportUser(ImportUser(new)) | Command::InviteUser(InviteUser(new)) => new.id = id,
        _ => {}
    }
    command
}
