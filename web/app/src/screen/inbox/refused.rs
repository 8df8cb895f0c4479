//! Refused work: a card for each command that failed, with what was refused because of it, and what can be done.

use super::{
    kept::{self, Field},
    titled,
};
use crate::{
    language::t,
    router::Route,
    screen::invite::{Invite, Mode},
    state::App,
    text,
    ui::{
        button::Button,
        icon::{Icon, icon},
    },
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_core::{
    Command, Directory,
    command::{Authored, ImportUser, InviteUser, NewUser, PrepareUser},
    sync::{self, Envelope, Failed, Outcome, Rejected, Remedy, Seq},
};

/// A refused command and what needed it, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    seq: Seq,
    title: String,
    about: Option<Route>,
    details: String,
    reason: String,
    when: String,
    remedies: Vec<Remedy>,
    /// Fields that were kept out of it, with both values.
    kept: Vec<Field>,
    /// What was typed, where all of it was refused.
    typed: Vec<Field>,
    /// What can be corrected in the form for new users.
    form: Option<(Mode, NewUser)>,
    dependants: Vec<Dependant>,
}

/// What was refused because of another command.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Dependant {
    seq: Seq,
    title: String,
    command: Authored,
}

/// All refused work, grouped.
pub fn items(app: App) -> Memo<Vec<Item>> {
    Memo::new(move |_| {
        let items = app.ask(|replica, now| {
            let item = |failed: Failed<'_>| {
                let names = replica.view();
                let envelope = &failed.cause.envelope;
                let kept = kept::fields(failed.cause, replica, now);
                let dependant = |rejected: &&Rejected| Dependant {
                    seq: rejected.envelope.seq,
                    title: text::command::title(&rejected.envelope.command, names),
                    command: again(rejected),
                };
                Item {
                    seq: envelope.seq,
                    title: text::command::title(&envelope.command, names),
                    about: text::history::about_command(&envelope.command, names),
                    details: text::command::details(&envelope.command, names),
                    reason: reason(failed.cause, names),
                    when: text::time::ago(failed.cause.at, now),
                    remedies: sync::remedies(failed.cause, names),
                    typed: if kept.is_empty() { kept::typed(failed.cause, names) } else { Vec::new() },
                    kept,
                    form: form(&envelope.command),
                    dependants: failed.dependants.iter().map(dependant).collect(),
                }
            };
            sync::by_cause(replica.inbox()).into_iter().map(item).collect::<Vec<_>>()
        });
        items.unwrap_or_default()
    })
}

fn reason(rejected: &Rejected, names: &Directory) -> String {
    match &rejected.outcome {
        Outcome::Refused { refusals } => text::refusals(refusals, Some(names)),
        Outcome::Clashed => t!(refused_clash),
        Outcome::Merged { kept, .. } => match rejected.envelope.command.standing_values(names) {
            Some(_) => t!(merged_reason, count = kept.len()),
            None => t!(merged_gone),
        },
        Outcome::Applied { .. } => String::new(),
    }
}

fn form(command: &Command) -> Option<(Mode, NewUser)> {
    match command {
        Command::InviteUser(InviteUser(new)) => Some((Mode::Invite, new.clone())),
        Command::PrepareUser(PrepareUser(new)) | Command::ImportUser(ImportUser(new)) => {
            Some((Mode::Prepare, new.clone()))
        }
        _ => None,
    }
    // The form asks for an address; who has none is corrected where it came from.
    .filter(|(_, new)| new.email.is_some())
}

/// What is issued again of work that came back.
fn again(rejected: &Rejected) -> Authored {
    let Envelope { command, seen, .. } = &rejected.envelope;
    Authored { command: command.clone(), seen: seen.clone() }
}

/// The list of cards.
#[component]
pub fn Refused(items: Memo<Vec<Item>>) -> impl IntoView {
    let app = crate::state::app();
    view! {
        <section class="group" aria-labelledby="refused-title">
            <h2 id="refused-title">{t!(refused_title)}</h2>
            <ul class="cards">
                <For each=move || items.get() key=|item| (item.seq, item.dependants.len()) children=move |item| card(app, item) />
            </ul>
        </section>
    }
}

fn card(app: App, item: Item) -> impl IntoView {
    let Item { seq, title, about, details, reason, when, remedies, kept, typed, form, dependants } = item;
    let leave = if kept.is_empty() { t!(refused_discard) } else { t!(merged_keep_theirs) };
    let busy = RwSignal::new(false);
    let editing = RwSignal::new(false);
    let titles: Vec<String> = dependants.iter().map(|dependant| dependant.title.clone()).collect();
    let rest: Vec<(Seq, Authored)> =
        dependants.into_iter().map(|dependant| (dependant.seq, dependant.command)).collect();
    let seqs: Vec<Seq> = rest.iter().map(|(seq, _)| *seq).chain([seq]).collect();
    let discard = move |_| {
        let seqs = seqs.clone();
        spawn_local(async move {
            for seq in seqs {
                warn(app, dismiss(app, seq).await);
            }
        });
    };
    let buttons = remedies
        .into_iter()
        .map(|remedy| {
            let (label, kind, said) = match &remedy {
                Remedy::KeepWithoutLicence(_) => (t!(refused_keep), "small primary", t!(refused_kept)),
                Remedy::Retry(_) => (t!(try_again), "small", t!(refused_retrying)),
                Remedy::UseMine(_) => (t!(merged_use_mine), "small primary", t!(merged_mine_used)),
            };
            let command = remedy.authored().clone();
            let rest = rest.clone();
            let take = move |_| {
                let work = std::iter::once((seq, command.clone())).chain(rest.iter().cloned()).collect();
                let said = said.clone();
                busy.set(true);
                spawn_local(async move {
                    let done = issue_again(app, work).await;
                    busy.set(false);
                    match done {
                        Ok(()) => app.toasts.say(said),
                        Err(sentence) => app.toasts.warn(sentence),
                    }
                });
            };
            view! { <Button label=label kind=kind busy=busy on_click=Callback::new(take) /> }
        })
        .collect_view();
    let edit = form.is_some().then(|| {
        view! { <Button label=t!(refused_edit) kind="small" on_click=Callback::new(move |_| editing.set(true)) /> }
    });
    let needed = (!titles.is_empty()).then(|| {
        let said = t!(refused_because, count = titles.len());
        let titles = titles.into_iter().map(|title| view! { <li dir="auto">{title}</li> });
        view! {
            <details class="needed">
                <summary>{said}</summary>
                <ul>{titles.collect_view()}</ul>
            </details>
        }
    });
    let dialog = move || {
        let (mode, new) = form.clone().filter(|_| editing.get())?;
        let rest = rest.clone();
        let taken = move |()| {
            let rest = rest.clone();
            spawn_local(async move {
                warn(app, dismiss(app, seq).await);
                warn(app, issue_again(app, rest).await);
            });
        };
        Some(
            view! { <Invite mode=mode from=new on_taken=Callback::new(taken) on_close=Callback::new(move |()| editing.set(false)) /> },
        )
    };
    view! {
        <li class="card">
            <div class="card-head">
                <h3 dir="auto">{titled(title, about)}</h3>
                <span class="faint">{when}</span>
            </div>
            {(!details.is_empty()).then(|| view! { <p class="soft" dir="auto">{details}</p> })}
            <p class="reason">{icon(Icon::Alert)} <span dir="auto">{reason}</span></p>
            {kept::shown(kept)} {kept::shown(typed)}
            {needed}
            <div class="row-of">
                {buttons} {edit}
                <Button label=leave kind="small plain" on_click=Callback::new(discard) />
            </div>
            {dialog}
        </li>
    }
}

/// Issues refused commands again. Each is removed from the inbox once it is taken, and only then: were the page closed
/// in between, the refused work would still be there. What is refused at once stays, and the first reason is answered.
async fn issue_again(app: App, work: Vec<(Seq, Authored)>) -> Result<(), String> {
    let Some(engine) = app.engine() else { return Ok(()) };
    let (seqs, commands): (Vec<Seq>, Vec<Authored>) = work.into_iter().unzip();
    let mut first = Ok(());
    for (seq, result) in seqs.into_iter().zip(engine.issue_all(commands, |_| {}).await) {
        let done = match result {
            Ok(_) => dismiss(app, seq).await,
            Err(error) => Err(app.issue_error(&error)),
        };
        first = first.and(done);
    }
    first
}

async fn dismiss(app: App, seq: Seq) -> Result<(), String> {
    match app.engine() {
        Some(engine) => engine.dismiss(seq).await.map_err(|error| app.issue_error(&error)),
        None => Ok(()),
    }
}

fn warn(app: App, result: Result<(), String>) {
    if let Err(sentence) = result {
        app.toasts.warn(sentence);
    }
}
