//! A form and its fields: bound to values of the core, and tried dry as one types, so that what speaks against each stands
//! at it; or sent to the server, whose answer stands there too. What is said when is decided in `rollcall_view::form`.

use crate::{browser, state::App, text};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::{ApiError, IssueError};
use rollcall_core::{Command, Refusal, Refusals, command::Authored, refusal::Field, value::ValueError};
use rollcall_view::form::{Note, Standing, elsewhere, note};
use std::future::Future;

/// A form. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Form {
    app: App,
    /// The command that the form makes as it stands, whatever of it is there yet.
    command: StoredValue<Option<Callback<(), Option<Command>>>>,
    /// What it was filled with, for an edit: the command that would change nothing.
    seen: StoredValue<Option<Command>>,
    /// What the rules say to it.
    refusals: Memo<Vec<Refusal>>,
    /// Whether saving was tried: from then on everything that is missing is said.
    tried: RwSignal<bool>,
    busy: RwSignal<bool>,
    /// Whether there is nothing to do as it stands.
    idle: StoredValue<Signal<bool>>,
    /// What came back when it was saved, or could not be.
    said: RwSignal<Option<String>>,
    /// Why the server did not do what it was asked.
    problem: RwSignal<Option<ApiError>>,
    /// Whether each part of it differs from what it began with. Lines are added while it is shown.
    changed: RwSignal<Vec<Signal<bool>>>,
    /// What is wrong with each part in itself.
    wrong: StoredValue<Vec<Signal<Option<String>>>>,
    /// What its fields are about.
    about: StoredValue<Vec<Field>>,
    /// It was saved, or given up: leaving it loses nothing.
    over: RwSignal<bool>,
    on_close: Callback<()>,
}

impl Form {
    /// An empty form; `on_close` takes it from the page.
    pub fn new(app: App, on_close: Callback<()>) -> Self {
        let command: StoredValue<Option<Callback<(), Option<Command>>>> = StoredValue::new(None);
        let seen = StoredValue::new(None);
        let (changed, over) = (RwSignal::new(Vec::<Signal<bool>>::new()), RwSignal::new(false));
        let busy = RwSignal::new(false);
        Self {
            app,
            command,
            seen,
            refusals: Memo::new(move |before: Option<&Vec<Refusal>>| {
                // While it is saved it is shown as done already, and would be refused a second time.
                if busy.get() {
                    return before.cloned().unwrap_or_default();
                }
                let Some(command) = command.get_value().and_then(|command| command.run(())) else { return Vec::new() };
                let seen = seen.get_value();
                let refusals = app.ask(|replica, now| replica.check(&command, seen.as_ref(), now).err()).flatten();
                let mut refusals = refusals.map(Refusals::into_vec).unwrap_or_default();
                // A form that is as it was is closed when it is saved, which is no mistake.
                refusals.retain(|refusal| *refusal != Refusal::NothingToChange);
                refusals
            }),
            tried: RwSignal::new(false),
            busy,
            idle: StoredValue::new(Signal::default()),
            said: RwSignal::new(None),
            problem: RwSignal::new(None),
            changed,
            wrong: StoredValue::new(Vec::new()),
            about: StoredValue::new(Vec::new()),
            over,
            on_close,
        }
    }

    /// Has the person asked before something typed in it is lost.
    #[must_use]
    pub fn minded(self) -> Self {
        self.app.unsaved.watch(Signal::derive(move || self.is_changed()));
        self
    }

    /// Tries this command dry while the form is filled in.
    pub fn tries(self, command: impl Fn() -> Command + Send + Sync + 'static) {
        self.tries_once_there(move || Some(command()));
    }

    /// Tries this command dry as soon as there is one.
    pub fn tries_once_there(self, command: impl Fn() -> Option<Command> + Send + Sync + 'static) {
        self.command.set_value(Some(Callback::new(move |()| command())));
    }

    /// What it is filled with, for an edit: the command that would change nothing. What others change while it is filled in is
    /// kept then, or comes to the inbox.
    #[must_use]
    pub fn filled_with(self, seen: impl Into<Command>) -> Self {
        self.seen.set_value(Some(seen.into()));
        self
    }

    /// Its button rests while there is nothing to do as the form stands.
    pub fn idle_while(self, idle: Signal<bool>) {
        self.idle.set_value(idle);
    }

    /// A field for a line of text that must be this value, or may be empty.
    pub fn line<T: 'static>(
        self,
        about: &'static [Field],
        first: Option<String>,
        parse: fn(&str) -> Result<T, ValueError>,
        optional: bool,
    ) -> Entry {
        self.typed(about, first.unwrap_or_default(), move |text| {
            if optional && text.trim().is_empty() { None } else { parse(text).err().map(text::value_error) }
        })
    }

    /// A field for a text of which something may be wrong.
    pub fn typed(
        self,
        about: &'static [Field],
        first: String,
        wrong: impl Fn(&str) -> Option<String> + Send + Sync + 'static,
    ) -> Entry {
        let entry = self.choice(about, first);
        let wrong = Signal::derive(move || entry.text.with(|text| wrong(text)));
        self.wrong.update_value(|all| all.push(wrong));
        Entry { wrong: Some(wrong), ..entry }
    }

    /// A field for one out of a list, by its text.
    pub fn choice(self, about: &'static [Field], first: String) -> Entry {
        let text = RwSignal::new(first.clone());
        self.part(Signal::derive(move || text.with(|text| *text != first)));
        self.about.update_value(|all| all.extend(about));
        Entry { form: self, about, text, left: RwSignal::new(false), wrong: None, hears: |_| true }
    }

    /// A part of the form that is no field of this kit, and whether it differs from what it began with.
    pub fn part(self, changed: Signal<bool>) {
        self.changed.update(|all| all.push(changed));
    }

    /// Whether something was changed that would be lost; tracked.
    pub fn is_changed(self) -> bool {
        let changed = |parts: &Vec<Signal<bool>>| parts.iter().any(|part| part.try_get() == Some(true));
        self.over.try_get() == Some(false) && self.changed.try_with(changed) == Some(true)
    }

    /// Whether saving was tried; tracked.
    pub fn is_tried(self) -> bool {
        self.tried.get()
    }

    /// Shows every reason against it, as after an attempt to save: for work that was refused.
    pub fn show_all(self) {
        self.tried.set(true);
    }

    /// What is to be said of the form as a whole; tracked.
    pub fn general(self) -> Vec<Refusal> {
        self.about.with_value(|about| self.refusals.with(|refusals| elsewhere(refusals, about)))
    }

    /// The same as a sentence.
    pub fn said_whole(self) -> Signal<Option<String>> {
        Signal::derive(move || {
            let rest = self.general();
            let said = || self.app.ask_once(|replica, _| text::refusals(&rest, Some(replica.view())));
            (!rest.is_empty()).then(said).flatten()
        })
    }

    /// Shows everything that speaks against it, and puts the focus on the first such field. Whether nothing does.
    pub fn is_ready(self) -> bool {
        self.tried.set(true);
        self.said.set(None);
        self.problem.set(None);
        let ready = untrack(|| {
            self.wrong.with_value(|all| all.iter().all(|wrong| wrong.with(Option::is_none)))
                && self.refusals.with(Vec::is_empty)
        });
        if !ready {
            browser::focus_invalid();
        }
        ready
    }

    /// Takes the command; once it is kept the form is over and `done` is called.
    pub fn issue(self, command: Command, done: impl FnOnce() + 'static) {
        self.busy.set(true);
        let seen = self.seen.get_value();
        self.app.issue(Authored { command, seen }, move |result| match result {
            Ok(_) => {
                self.end();
                done();
            }
            Err(error) => {
                self.busy.set(false);
                self.refuse(&error);
            }
        });
    }

    /// Asks the server, which alone can do it. `done` is given the answer, and gives back what failed and is to be said here.
    pub fn send<T: 'static>(
        self,
        request: impl Future<Output = Result<T, ApiError>> + 'static,
        done: impl FnOnce(Result<T, ApiError>) -> Option<ApiError> + 'static,
    ) {
        self.busy.set(true);
        spawn_local(async move {
            let problem = done(request.await);
            // Whoever went elsewhere meanwhile needs no answer.
            self.busy.try_set(false);
            if problem.is_some() {
                self.problem.try_set(problem);
                browser::focus_invalid();
            }
        });
    }

    /// Says why it was not saved.
    fn refuse(self, error: &IssueError) {
        self.said.set(Some(self.app.issue_error(error)));
        browser::focus_invalid();
    }

    /// Whether it is being saved.
    pub fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Whether there is nothing to do as it stands.
    pub fn idle(self) -> Signal<bool> {
        self.idle.get_value()
    }

    /// Why it was not saved; tracked.
    pub fn said(self) -> Option<String> {
        let failed = || {
            self.problem
                .with(|problem| self.about.with_value(|about| text::request::elsewhere(problem.as_ref()?, about)))
        };
        self.said.get().or_else(failed)
    }

    /// What is said of it as a whole; tracked.
    pub fn said_of_all(self) -> Option<String> {
        let rest = || {
            let rest = self.general();
            let said = |rest: &[Refusal]| self.app.ask_once(|replica, _| text::refusals(rest, Some(replica.view())));
            (!rest.is_empty()).then(|| said(&rest)).flatten()
        };
        self.said().or_else(rest)
    }

    /// Closes it: nothing in it is worth asking about any more.
    pub fn end(self) {
        self.over.set(true);
        self.on_close.run(());
    }

    /// Closes it, and asks first if something would be lost.
    pub fn close(self) {
        self.app.unsaved.leave(Callback::new(move |()| self.end()));
    }
}

/// A field of a form. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Entry {
    form: Form,
    about: &'static [Field],
    pub text: RwSignal<String>,
    left: RwSignal<bool>,
    wrong: Option<Signal<Option<String>>>,
    /// Which answers of the server about its fields are about it.
    hears: fn(&ApiError) -> bool,
}

impl Entry {
    /// The value that stands in it, if it is one.
    pub fn value<T>(self, parse: fn(&str) -> Result<T, ValueError>) -> Option<T> {
        self.text.with(|text| parse(text).ok())
    }

    /// Of two that are about the same field of the rules, which answers of the server are about this one.
    #[must_use]
    pub fn hearing(self, hears: fn(&ApiError) -> bool) -> Self {
        Self { hears, ..self }
    }

    /// What the server said of it; tracked.
    fn failed(self) -> Option<String> {
        self.form.problem.with(|problem| {
            let problem = problem.as_ref().filter(|problem| (self.hears)(problem))?;
            self.about.iter().find_map(|field| text::request::at(problem, *field))
        })
    }

    /// Notes that the field was left.
    pub fn leave(self) -> Callback<()> {
        Callback::new(move |()| self.left.set(self.text.with_untracked(|text| !text.is_empty())))
    }

    /// What is said at it.
    pub fn error(self) -> Signal<Option<String>> {
        Signal::derive(move || {
            let wrong = self.wrong.and_then(|wrong| wrong.get());
            let standing = Standing {
                empty: self.text.with(|text| text.trim().is_empty()),
                wrong: wrong.is_some(),
                due: self.form.tried.get() || self.left.get(),
            };
            match self.form.refusals.with(|refusals| note(standing, self.about, refusals)) {
                Note::Fine => self.failed(),
                Note::Wrong => wrong,
                Note::Refused(refusals) => {
                    self.form.app.ask_once(|replica, _| text::in_place(&refusals, Some(replica.view())))
                }
            }
        })
    }
}
