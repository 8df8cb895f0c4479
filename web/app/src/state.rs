//! What the whole page shares: who is signed in, the engine that is open, its status, toasts and theme.

use crate::{
    browser,
    failed::Failed,
    form::leave::Unsaved,
    language::t,
    router::{Route, Router},
    text,
    ui::toast::Toasts,
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::{
    Engine, IssueError, Status, Unsynced, Watch, api,
    devices::{self, SignedOut},
    remembered::{self, Remembered},
    settings,
};
use rollcall_core::{
    Timestamp,
    api::{Info, Place, Session},
    command::{Authored, Verb},
    id::TenantId,
    sync::{Replica, Seq},
    topics::Topics,
};
use std::time::Duration;
use uuid::Uuid;

/// How often the page looks at the clock, for what runs out by itself.
const TICK: Duration = Duration::from_secs(30);
const THEME: &str = "rollcall-theme";

/// What the page is about at the moment, when no mailed link was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Finding out who is signed in.
    Opening,
    /// Nobody is.
    SignIn,
    /// Somebody is, with several organisations to choose from (S2.1).
    Choose(Session),
    /// Somebody is, with no organisation that can be opened.
    Nowhere(Session),
    /// An organisation is open.
    Open(Session, Place),
    /// It can't be opened; a sentence.
    Broken(String),
}

/// What the whole page shares. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct App {
    pub stage: RwSignal<Stage>,
    pub info: RwSignal<Option<Info>>,
    pub router: Router,
    pub toasts: Toasts,
    /// What did not go well for all of many.
    pub failed: RwSignal<Option<Failed>>,
    /// What the palette leads to on another screen: something to begin there, with the thing that it is about, or something new.
    pub wanted: RwSignal<Option<(Verb, Option<Uuid>)>>,
    /// The forms that leaving may lose something of.
    pub unsaved: Unsaved,
    /// Whether a new version of the page waits for a reload.
    pub update: RwSignal<bool>,
    /// "light", "dark", or nothing: as the device has it.
    pub theme: RwSignal<Option<String>>,
    /// Whether the dialog that asks for the password again is open.
    pub sign_in_again: RwSignal<bool>,
    /// Whether it was found out who is signed in, or is being found out.
    opened: StoredValue<bool>,
    /// Whether somebody is coming in with no address asked for.
    pub coming_in: StoredValue<bool>,
    engine: StoredValue<Option<Engine>, LocalStorage>,
    watch: StoredValue<Option<Watch>, LocalStorage>,
    /// Ticks, and says when another directory is open: every question is asked again.
    clock: Trigger,
    /// One a topic, for the questions whose answers come from it.
    topics: StoredValue<Vec<Trigger>>,
    status: RwSignal<Option<Status>>,
}

/// The shared state; [`App::start`] made it.
pub fn app() -> App {
    expect_context()
}

impl App {
    /// Makes the shared state, and finds out who is signed in.
    pub fn start() -> Self {
        let unsaved = Unsaved::start();
        let app = Self {
            stage: RwSignal::new(Stage::Opening),
            info: RwSignal::new(None),
            router: Router::start(unsaved),
            toasts: Toasts::new(),
            failed: RwSignal::new(None),
            wanted: RwSignal::new(None),
            unsaved,
            update: RwSignal::new(false),
            theme: RwSignal::new(browser::setting(THEME)),
            sign_in_again: RwSignal::new(false),
            opened: StoredValue::new(false),
            coming_in: StoredValue::new(browser::is_at_root()),
            engine: StoredValue::new_local(None),
            watch: StoredValue::new_local(None),
            clock: Trigger::new(),
            topics: StoredValue::new(std::iter::repeat_with(Trigger::new).take(Topics::MOST).collect()),
            status: RwSignal::new(None),
        };
        let _ = set_interval_with_handle(move || app.look_again(), TICK);
        let _ = window_event_listener_untyped("rollcall-update", move |_| app.update.set(true));
        spawn_local(async move {
            if let Ok(info) = api::info().await {
                app.info.set(Some(info));
            }
        });
        // A mailed link is meant for its recipient, not for the account signed in here: nothing is opened before its page is left.
        Effect::new(move |_| {
            let apart = app.router.is(|route| matches!(route, Route::Mailed(..) | Route::Forgot | Route::SetUp));
            if !apart && !app.opened.get_value() {
                app.open();
            }
        });
        app
    }

    /// Whether the server said that it has no organisation yet; tracked.
    pub fn is_not_set_up(self) -> bool {
        self.info.with(|info| info.as_ref().is_some_and(|info| info.set_up))
    }

    /// Opens what was open last on this device, or the sign-in.
    fn open(self) {
        self.opened.set_value(true);
        spawn_local(self.open_last());
    }

    /// Enters from a page apart, as whom a mailed link signed in.
    pub fn go_in(self, session: Session, chosen: Option<TenantId>) {
        self.opened.set_value(true);
        self.coming_in.set_value(true);
        self.router.replace(Route::HOME);
        spawn_local(self.enter(session, chosen));
    }

    /// Opens what was open last, network or not; else asks who is signed in.
    async fn open_last(self) {
        match remembered::load() {
            Some(remembered) => {
                let account = remembered.session.account;
                self.enter(remembered.session, remembered.chosen).await;
                // A cookie may have outlived or predeceased what is remembered: the server knows.
                if let Ok(Some(session)) = api::session().await
                    && session.account == account
                {
                    self.refresh(session);
                }
            }
            None => match api::session().await {
                Ok(Some(session)) => self.enter(session, None).await,
                Ok(None) | Err(_) => self.stage.set(Stage::SignIn),
            },
        }
    }

    /// Enters as somebody who is signed in: into the chosen organisation, or the only one.
    pub async fn enter(self, session: Session, chosen: Option<TenantId>) {
        let remembered = Remembered { session, chosen };
        remembered::save(&remembered);
        let Some(place) = remembered.place().cloned() else {
            let session = remembered.session;
            self.close();
            self.stage.set(match session.organisations.is_empty() {
                true => Stage::Nowhere(session),
                false => Stage::Choose(session),
            });
            return;
        };
        self.close();
        let account = remembered.session.account;
        spawn_local(async move {
            devices::entered(account).await;
        });
        match Engine::open(&place, remembered.session.account).await {
            Ok(engine) => {
                self.watch.set_value(Some(engine.watch(move |written| self.written(written))));
                self.engine.set_value(Some(engine));
                self.look_again();
                self.stage.set(Stage::Open(remembered.session, place));
            }
            Err(error) => self.stage.set(Stage::Broken(text::open_error(&error))),
        }
    }

    /// The names and places may have changed since they were remembered.
    fn refresh(self, session: Session) {
        let Stage::Open(_, place) = self.stage.get_untracked() else { return };
        remembered::save(&Remembered::within(session.clone(), place.tenant));
        self.stage.set(Stage::Open(session, place));
    }

    /// The session ran out and the same account signed in again: work goes on where it stopped.
    pub fn resume(self, session: Session) {
        self.sign_in_again.set(false);
        let same = matches!(self.stage.get_untracked(), Stage::Open(old, _) if old.account == session.account);
        if same {
            self.refresh(session);
            self.sync_now();
        } else {
            spawn_local(self.enter(session, None));
        }
    }

    fn close(self) {
        self.watch.set_value(None);
        self.engine.set_value(None);
        self.status.set(None);
    }

    /// Reads everything again.
    fn look_again(self) {
        self.written(Topics::NONE);
        self.clock.notify();
    }

    /// Asks again what these topics were asked for, and how the engine is doing.
    fn written(self, topics: Topics) {
        let status = self.engine.with_value(|engine| engine.as_ref().map(Engine::status));
        if self.status.with_untracked(|known| *known != status) {
            self.status.set(status);
        }
        self.topics.with_value(|all| topics.numbers().filter_map(|number| all.get(number)).for_each(Notify::notify));
    }

    /// Has the effect or memo that asks just now run again when one of these topics is written.
    fn track(self, topics: Topics) {
        self.clock.track();
        self.topics.with_value(|all| topics.numbers().filter_map(|number| all.get(number)).for_each(Track::track));
    }

    /// Asks the directory something at this moment; asked again when what the answer came from is written, and as time
    /// goes by.
    pub fn ask<R>(self, question: impl FnOnce(&Replica, Timestamp) -> R) -> Option<R> {
        self.ask_either(true, question)
    }

    /// Asks once, without subscribing to changes.
    pub fn ask_once<R>(self, question: impl FnOnce(&Replica, Timestamp) -> R) -> Option<R> {
        self.ask_either(false, question)
    }

    fn ask_either<R>(self, again: bool, question: impl FnOnce(&Replica, Timestamp) -> R) -> Option<R> {
        let (mut question, mut answer) = (Some(question), None);
        self.put(again, &mut |replica, now| answer = question.take().map(|question| question(replica, now)));
        answer
    }

    /// Compiled once, whatever is asked.
    fn put(self, again: bool, question: &mut dyn FnMut(&Replica, Timestamp)) {
        let topics = self.engine.with_value(|engine| {
            let Some(engine) = engine else { return Topics::NONE };
            let now = engine.now();
            engine.ask(|replica| question(replica, now)).1
        });
        if again {
            self.track(topics);
        }
    }

    /// How the engine is doing; tracked.
    pub fn status(self) -> Option<Status> {
        self.status.get()
    }

    /// Whether the server answered the last time it was asked; tracked.
    pub fn is_online(self) -> bool {
        self.status.with(|status| status.as_ref().is_some_and(|status| status.link.is_up()))
    }

    /// Whether there is something to show: false until the first sync of a new device; tracked.
    pub fn is_ready(self) -> bool {
        self.status.with(|status| status.as_ref().is_some_and(|status| status.ready))
    }

    /// Talks to the server now.
    pub fn sync_now(self) {
        if let Some(engine) = self.engine() {
            engine.sync_now();
        }
    }

    /// The engine that is open.
    pub fn engine(self) -> Option<Engine> {
        self.engine.get_value()
    }

    /// Takes a command; `done` hears how it went, once it is stored.
    pub fn issue(self, command: impl Into<Authored>, done: impl FnOnce(Result<Seq, IssueError>) + 'static) {
        self.issue_boxed(command.into(), Box::new(done));
    }

    /// Compiled once, whatever hears how it went.
    fn issue_boxed(self, command: Authored, done: Box<dyn FnOnce(Result<Seq, IssueError>)>) {
        spawn_local(async move {
            let Some(engine) = self.engine() else { return };
            done(engine.issue(command).await);
        });
    }

    /// Takes a command and says so in a toast, or why not. What undoes it can be given along.
    pub fn issue_saying(self, command: Authored, said: String, undo: Option<Authored>) {
        self.issue_boxed(command, Box::new(move |result| self.say_issued(result, said, undo)));
    }

    fn say_issued(self, result: Result<Seq, IssueError>, said: String, undo: Option<Authored>) {
        match result {
            Ok(_) => self.say_done(said, undo, t!(undone)),
            Err(error) => self.toasts.warn(self.issue_error(&error)),
        }
    }

    /// Says that something was done, with what takes it back where that would be allowed, and what is said then.
    pub fn say_done(self, said: String, undo: Option<Authored>, undone: String) {
        match undo.filter(|undo| self.allows(undo)) {
            None => self.toasts.say(said),
            Some(undo) => self.toasts.say_undo(said, move || self.issue_saying(undo, undone, None)),
        }
    }

    /// Whether nothing speaks against the command, as things stand.
    pub fn allows(self, Authored { command, seen }: &Authored) -> bool {
        self.ask_once(|replica, now| replica.check(command, seen.as_ref(), now).is_ok()).unwrap_or_default()
    }

    /// Why a command was not taken, as a sentence.
    pub fn issue_error(self, error: &IssueError) -> String {
        match error {
            IssueError::Refused(refusals) => {
                self.ask_once(|replica, _| text::refusals(refusals, Some(replica.view()))).unwrap_or_default()
            }
            IssueError::NotSaved(reason) => text::not_kept(reason),
        }
    }

    /// Sets the theme, or follows the device.
    pub fn set_theme(self, theme: Option<&'static str>) {
        browser::keep_setting(THEME, theme);
        if let Some(root) = document().document_element() {
            let _ = match theme {
                Some(theme) => root.set_attribute("data-theme", theme),
                None => root.remove_attribute("data-theme"),
            };
        }
        self.theme.set(theme.map(str::to_owned));
    }

    /// A setting of the signed-in account on this device, for the organisation that is open.
    pub fn setting(self, name: &str) -> Option<String> {
        settings::get(self.account(), &self.of_organisation(name)?)
    }

    /// Sets it, for the signed-in account and the organisation that is open, or removes it.
    pub fn keep_setting(self, name: &str, text: Option<&str>) {
        if let Some(name) = self.of_organisation(name) {
            settings::set(self.account(), &name, text);
        }
    }

    fn of_organisation(self, name: &str) -> Option<String> {
        let Stage::Open(_, place) = self.stage.get_untracked() else { return None };
        Some(format!("{}/{name}", place.tenant))
    }

    /// The account that is signed in here.
    fn account(self) -> Uuid {
        match self.stage.get_untracked() {
            Stage::Open(session, _) | Stage::Choose(session) | Stage::Nowhere(session) => session.account,
            Stage::Opening | Stage::SignIn | Stage::Broken(_) => {
                remembered::load().map(|remembered| remembered.session.account).unwrap_or_default()
            }
        }
    }

    /// How many changes, in all organisations of the account, have not reached the server, and how many came back refused.
    ///
    /// # Errors
    /// A sentence: what is stored on this device can't be read.
    pub async fn unsynced(self) -> Result<Unsynced, String> {
        let engine = self.engine();
        devices::unsynced(engine.as_ref(), self.account()).await.map_err(|error| text::wipe_error(&error))
    }

    /// Ends the session and wipes this device. Work that would be lost stops it, save so much as was agreed to.
    ///
    /// # Errors
    /// A sentence: how much would be lost, or why nothing was deleted.
    pub async fn sign_out(self, may_lose: Unsynced) -> Result<(), String> {
        let left = devices::sign_out(self.engine(), self.account(), may_lose).await;
        let left = left.map_err(|error| text::wipe_error(&error))?;
        self.close();
        if left == SignedOut::Here {
            self.toasts.say(t!(signed_out_here));
        }
        self.stage.set(Stage::SignIn);
        self.coming_in.set_value(true);
        self.router.replace(Route::HOME);
        Ok(())
    }
}
