//! What would come of something done to what is selected, ready to be shown and to be done: the question before it, carrying it
//! out with how far it is, and the way back.

use super::List;
use crate::{
    failed::{Failed, Left},
    language::{self, t},
    state::App,
    text,
    ui::{button::Button, dialog::Dialog},
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::IssueError;
use rollcall_core::{command::Authored, sync::Seq};
use std::collections::BTreeMap;

/// So many of what is left out are listed; of the others only how many they are.
const LISTED: usize = 200;

/// A command, with the commands that take it back; without any there is no way back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deal {
    pub command: Authored,
    pub undo: Vec<Authored>,
}

impl Deal {
    pub fn new(command: impl Into<Authored>, undo: impl IntoIterator<Item = Authored>) -> Self {
        Self { command: command.into(), undo: undo.into_iter().collect() }
    }
}

/// A plan in words, and its commands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The commands to issue, in this order.
    pub deals: Vec<Deal>,
    /// What is left out, by name, and why.
    pub left_out: Vec<(String, String)>,
    /// What comes of it besides.
    pub lines: Vec<String>,
    /// What it will do, to how many.
    pub will: String,
}

impl Plan {
    /// Of commands tried one after the other, each with the name of what it is about. Not tracked: the question stays as it
    /// was asked, and each command is checked again when it is issued.
    pub fn of(app: App, wanted: Vec<(String, Deal)>) -> Self {
        let mut plan = Self::default();
        let Some(engine) = app.engine() else { return plan };
        let answers = engine.rehearse(wanted.iter().map(|(_, deal)| deal.command.clone()).collect());
        engine.with(|replica| {
            for ((name, deal), answer) in wanted.into_iter().zip(answers) {
                match answer {
                    Ok(()) => plan.deals.push(deal),
                    Err(refusals) => plan.left_out.push((name, text::refusals(&refusals, Some(replica.view())))),
                }
            }
        });
        plan
    }

    /// What it means to be offline, where something is to be done.
    #[must_use]
    pub fn said_offline(mut self, app: App) -> Self {
        if !untrack(|| app.is_online()) && !self.deals.is_empty() {
            self.lines.push(t!(ask_offline));
        }
        self
    }
}

/// The plan in a dialog: how many, what comes of it, and who is left out.
pub fn shown(plan: Plan) -> AnyView {
    let Plan { left_out, lines, will, .. } = plan;
    let count = left_out.len();
    let one = |(name, why): (String, String)| view! { <li><strong><bdi>{name}</bdi></strong> <span>{why}</span></li> };
    let rest = count.saturating_sub(LISTED);
    view! {
        <p class="will" role="status">{will}</p>
        {(!lines.is_empty())
            .then(|| view! { <ul class="consequences">{lines.into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect_view()}</ul> })}
        {(count > 0)
            .then(|| {
                view! {
                    <section class="left-out" aria-labelledby="left-out">
                        <h3 id="left-out">{t!(ask_left_out, count)}</h3>
                        <ul tabindex="0" aria-labelledby="left-out">
                            {left_out.into_iter().take(LISTED).map(one).collect_view()}
                            {(rest > 0).then(|| view! { <li class="soft">{t!(ask_more, count = rest)}</li> })}
                        </ul>
                    </section>
                }
            })}
    }
    .into_any()
}

/// The question before a plan is carried out; `kind` is that of the button that says yes.
pub fn question(
    title: String,
    question: Option<String>,
    plan: Plan,
    yes: String,
    kind: &'static str,
    on_yes: Callback<()>,
    on_close: Callback<()>,
) -> AnyView {
    let idle = plan.deals.is_empty();
    let yes_now = move |_| {
        on_close.run(());
        on_yes.run(());
    };
    view! {
        <Dialog title=title narrow=true on_close=move || on_close.run(())>
            <div class="frame">
                <div class="body">
                    {question.filter(|_| !idle).map(|question| view! { <p>{question}</p> })}
                    {shown(plan)}
                </div>
                <div class="foot">
                    <Button label=t!(cancel) on_click=Callback::new(move |_| on_close.run(())) />
                    <Button label=yes kind=kind disabled=idle on_click=Callback::new(yes_now) />
                </div>
            </div>
        </Dialog>
    }
    .into_any()
}

/// Does what was agreed to, says how many it went well for and why not for the others, and offers the way back. `said` is what
/// is said when it was done to so many.
pub fn carry_out(list: List, deals: Vec<Deal>, said: impl FnOnce(usize) -> String + 'static) {
    list.select_none();
    carry_out_boxed(list.app, Some(list.progress), deals, Box::new(said));
}

/// The same where there is no list that shows how far it is.
pub fn carry_out_apart(app: App, deals: Vec<Deal>, said: impl FnOnce(usize) -> String + 'static) {
    carry_out_boxed(app, None, deals, Box::new(said));
}

/// Where it is shown how far something is: done, of how many.
type Progress = Option<RwSignal<Option<(usize, usize)>>>;

/// Tries again what was left as it was.
pub fn again(app: App, left: Vec<Left>) {
    let deals = left.into_iter().map(|Left { command, undo, .. }| Deal { command, undo }).collect();
    carry_out_apart(app, deals, |count| t!(bulk_retried, count));
}

/// Compiled once, whatever is said.
fn carry_out_boxed(app: App, progress: Progress, deals: Vec<Deal>, said: Box<dyn FnOnce(usize) -> String>) {
    spawn_local(async move {
        let commands = deals.iter().map(|deal| deal.command.clone()).collect();
        let words = language::whole();
        let Some(results) = issue(app, progress, commands).await else { return };
        words.await;
        let (mut done, mut left) = (Vec::new(), Vec::new());
        for (Deal { command, undo }, result) in deals.into_iter().zip(results) {
            match result {
                Ok(_) => done.push(undo),
                Err(error) => left.push(Left { command, undo, why: app.issue_error(&error) }),
            }
        }
        let count = done.len();
        if count > 0 {
            let said = said(count);
            if done.iter().all(|undo| undo.first().is_some_and(|first| app.allows(first))) {
                // The last first, so that each finds things as its command left them.
                let undo = done.into_iter().rev().flatten().collect();
                app.toasts.say_undo(said, move || take_back(app, progress, undo));
            } else {
                app.toasts.say(said);
            }
        }
        match left.as_slice() {
            [] => {}
            [one] if count == 0 => app.toasts.warn(one.why.clone()),
            _ => app.failed.set(Some(Failed { done: count, left })),
        }
    });
}

fn take_back(app: App, progress: Progress, commands: Vec<Authored>) {
    spawn_local(async move {
        let Some(results) = issue(app, progress, commands).await else { return };
        if results.iter().any(Result::is_ok) {
            app.toasts.say(t!(undone));
        }
        complain(app, &results);
    });
}

type Issued = Vec<Result<Seq, IssueError>>;

/// Issues commands and shows how far it is.
async fn issue(app: App, progress: Progress, commands: Vec<Authored>) -> Option<Issued> {
    let engine = app.engine()?;
    let all = commands.len();
    // The page may be left meanwhile; the work goes on.
    let show = move |now| {
        let _ = progress.and_then(|progress| progress.try_set(now));
    };
    show(Some((0, all)));
    let results = engine.issue_all(commands, move |done| show(Some((done, all)))).await;
    show(None);
    Some(results)
}

/// Says why some were left as they were.
fn complain(app: App, results: &Issued) {
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    for error in results.iter().filter_map(|result| result.as_ref().err()) {
        *reasons.entry(app.issue_error(error)).or_default() += 1;
    }
    for (reason, count) in reasons {
        app.toasts.warn(t!(bulk_failed, count, reason));
    }
}
