//! A person's browser on some device, with its tabs. Each tab does what the page does (`web/app/src/state.rs`): it opens what
//! is remembered here, or asks the server who is signed in, or shows the sign-in.

use crate::{ether::Ether, oracle, page::Page, people::Person};
use rollcall_client::{
    Engine, Link, Unsynced, api, devices,
    remembered::{self, Remembered},
    simulated::{Profile, Tab},
};
use rollcall_core::{
    Command,
    api::{Place, Session},
    id::{TenantId, UserId},
    sync::Seq,
};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use uuid::Uuid;

/// A person's browser.
pub struct Device {
    pub person: Rc<Person>,
    /// Who the person is in the organisation, as far as it knows.
    pub user: Cell<UserId>,
    pub profile: Profile,
    /// The person is on its way in.
    pub entering: Cell<bool>,
    tenant: TenantId,
    windows: RefCell<Vec<Rc<Window>>>,
    ether: Rc<Ether>,
}

/// A tab of the page.
pub struct Window {
    pub tab: Tab,
    engine: RefCell<Option<Engine>>,
    /// Whose directory is open in it.
    account: Cell<Option<Uuid>>,
    /// It shows the sign-in.
    asks: Cell<bool>,
    /// It was closed or signed out by its person.
    done: Cell<bool>,
}

impl Device {
    pub fn new(ether: &Rc<Ether>, profile: Profile, person: &Rc<Person>, user: UserId) -> Rc<Self> {
        let (windows, entering, tenant) = (RefCell::default(), Cell::default(), ether.disk.tenant);
        let (person, user, ether) = (person.clone(), Cell::new(user), ether.clone());
        Rc::new(Self { person, user, profile, entering, tenant, windows, ether })
    }

    /// The tabs that are open.
    pub fn windows(&self) -> Vec<Rc<Window>> {
        self.windows.borrow_mut().retain(|window| window.tab.is_alive() && !window.done.get());
        self.windows.borrow().clone()
    }

    /// One more tab.
    pub fn open(self: &Rc<Self>) -> Rc<Window> {
        let (engine, account, asks, done) = Default::default();
        let window = Rc::new(Window { tab: self.profile.open_tab(), engine, account, asks, done });
        self.windows.borrow_mut().push(window.clone());
        let (device, opened) = (self.clone(), window.clone());
        drop(window.tab.call(async move { device.open_last(&opened).await }));
        window
    }

    /// Opens what was open last, network or not; else asks who is signed in.
    async fn open_last(&self, window: &Window) {
        let Some(known) = remembered::load() else {
            match api::session().await {
                Ok(Some(session)) => self.enter(window, session).await,
                Ok(None) | Err(_) => window.asks.set(true),
            }
            return;
        };
        let account = known.session.account;
        self.enter(window, known.session).await;
        // A cookie may have outlived or predeceased what is remembered: the server knows.
        if let Ok(Some(session)) = api::session().await
            && session.account == account
        {
            if window.asks.replace(false) {
                return self.enter(window, session).await;
            }
            remembered::save(&Remembered::within(session, self.tenant));
        }
    }

    /// Enters as somebody who is signed in.
    async fn enter(&self, window: &Window, session: Session) {
        let account = session.account;
        let remembered = Remembered::within(session, self.tenant);
        remembered::save(&remembered);
        let Some(place) = remembered.place().filter(|place| place.tenant == self.tenant) else {
            return window.asks.set(true);
        };
        self.user.set(place.user);
        drop(window.tab.call(async move { devices::entered(account).await }));
        match Engine::open(place, account).await {
            Ok(engine) => {
                window.account.set(Some(account));
                window.engine.replace(Some(engine));
            }
            Err(error) => {
                let profile = self.profile.id();
                self.ether.universe.note(format_args!("profile {profile} can't open a tab: {error}"));
            }
        }
    }

    /// Its person has signed in here: work goes on where it stopped, and pages that show the sign-in, or the directory of
    /// somebody else, show this one's.
    pub fn signed_in(self: &Rc<Self>, session: &Session, place: &Place) {
        self.user.set(place.user);
        for window in self.windows() {
            match window.engine() {
                Some(engine) if window.account.get() == Some(session.account) && !window.is_over() => {
                    window.tab.enter(|| engine.sync_now());
                }
                _ => window.tab.kill(),
            }
        }
        self.open_if_closed();
    }

    /// The person looks at pages that take themselves to be signed in; whether they are is for the server to say. One whose
    /// session ended with the password elsewhere learns of it at its next contact.
    pub fn look_again(&self, may: bool) {
        for window in self.windows().iter().filter(|_| !may) {
            if window.engine().is_some_and(|engine| engine.status().link == Link::Online) {
                window.tab.fire("online");
            }
        }
    }

    /// Whether a page shows the directory and asks to sign in again.
    pub fn is_signed_out(&self) -> bool {
        let out = |engine: Engine| engine.status().link == Link::SignedOut && !Window::is_ended(&engine);
        self.windows().iter().filter_map(|window| window.engine()).any(out)
    }

    /// The person opens the directory when no tab shows it.
    pub fn open_if_closed(self: &Rc<Self>) {
        if self.windows().is_empty() {
            self.open();
        }
    }

    /// Of which version its page is.
    pub fn page(&self) -> Page {
        self.ether.lines.borrow().get(&self.profile.id()).map(|line| line.page).unwrap_or_default()
    }

    /// The servers are updated, and the page is not.
    pub fn outdate(&self, page: Page) {
        if let Some(line) = self.ether.lines.borrow_mut().get_mut(&self.profile.id()) {
            line.page = page;
        }
    }

    /// The person loads the page anew, and has the current one.
    pub fn load_anew(self: &Rc<Self>) {
        for window in self.windows() {
            window.tab.kill();
        }
        self.outdate(Page::Current);
        self.open();
    }

    /// A tab whose person signed out in another one shows the sign-in, and the directory anew after it.
    pub fn replace_what_is_over(self: &Rc<Self>) {
        for window in self.windows().iter().filter(|window| window.is_over()) {
            window.tab.kill();
        }
        self.open_if_closed();
    }

    /// Has a tab take a command.
    pub fn issue(&self, window: &Rc<Window>, command: Command) {
        let Some(engine) = window.engine() else { return };
        let (ether, profile) = (self.ether.clone(), self.profile.clone());
        drop(window.tab.call(async move {
            let universe = &ether.universe;
            match engine.issue(command.clone()).await {
                Ok(seq) => {
                    universe.count("commands stored");
                    ether.ledger.borrow_mut().promised(universe, &profile, seq, &command);
                }
                Err(rollcall_client::IssueError::Refused(_)) => universe.count("commands refused at once"),
                Err(rollcall_client::IssueError::NotSaved(_)) => universe.count("commands not taken, and said so"),
            }
        }));
    }

    /// Has a tab take refused work from the inbox.
    pub fn dismiss(&self, window: &Rc<Window>, seq: Seq) {
        let Some(engine) = window.engine() else { return };
        self.ether.ledger.borrow_mut().dismiss(&self.profile, seq);
        drop(window.tab.call(async move { engine.dismiss(seq).await.is_ok() }));
    }

    /// Signs out, with or without unsynced work.
    pub fn sign_out(&self, window: &Rc<Window>, even_unsynced: bool) {
        let (Some(engine), Some(account)) = (window.engine(), window.account.get()) else { return };
        let (ether, signed_out, tab) = (self.ether.clone(), window.clone(), window.tab.clone());
        if even_unsynced {
            ether.ledger.borrow_mut().leave(&tab);
        }
        drop(window.tab.call(async move {
            // Whatever there is by then, or nothing.
            let most = if even_unsynced { usize::MAX } else { 0 };
            let may_lose = Unsynced { outbox: most, inbox: most };
            let left = devices::sign_out(Some(engine), account, may_lose).await;
            if even_unsynced {
                ether.ledger.borrow_mut().left(&tab);
            }
            if let Ok(left) = left {
                ether.universe.note(format_args!("profile {} is signed out: {left:?}", tab.profile().id()));
                signed_out.engine.replace(None);
                signed_out.asks.set(true);
            }
        }));
    }

    /// Holds what the tabs hold against what they should.
    pub fn check(&self) {
        for window in self.windows() {
            if let Some(engine) = window.engine() {
                let who = format!("profile {}, tab {}", self.profile.id(), window.tab.id());
                let told = self.ether.told.borrow();
                window.tab.enter(|| oracle::view::check(&self.ether.universe, &told, &who, &engine));
            }
        }
    }
}

impl Window {
    /// Whether its person signed out, here or in another tab.
    fn is_ended(engine: &Engine) -> bool {
        let status = engine.status();
        status.link == Link::SignedOut && !status.ready
    }

    /// Whether nothing is to be had of it any more: it shows the sign-in, or should.
    pub fn is_over(&self) -> bool {
        self.asks.get() || self.engine().is_some_and(|engine| Self::is_ended(&engine))
    }

    /// Whether it shows the sign-in.
    pub fn asks(&self) -> bool {
        self.asks.get()
    }

    /// The directory, once it is open.
    pub fn engine(&self) -> Option<Engine> {
        self.engine.borrow().clone()
    }
}
