//! A person's browser on some device, with its tabs.

use crate::{ether::Ether, oracle, page::Page};
use rollcall_client::{
    Engine, Link,
    simulated::{Profile, Tab},
};
use rollcall_core::{Command, api::Place, id::UserId, sync::Seq};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

/// A person's browser.
pub struct Device {
    pub user: UserId,
    pub profile: Profile,
    pub place: Place,
    windows: RefCell<Vec<Rc<Window>>>,
    ether: Rc<Ether>,
}

/// A tab with the directory in it.
pub struct Window {
    pub tab: Tab,
    engine: RefCell<Option<Engine>>,
    /// It was closed or signed out by its person.
    done: Cell<bool>,
}

impl Device {
    pub fn new(ether: &Rc<Ether>, profile: Profile, place: Place) -> Rc<Self> {
        let (user, windows, ether) = (place.user, RefCell::default(), ether.clone());
        Rc::new(Self { user, profile, place, windows, ether })
    }

    /// The tabs that are open.
    pub fn windows(&self) -> Vec<Rc<Window>> {
        self.windows.borrow_mut().retain(|window| window.tab.is_alive() && !window.done.get());
        self.windows.borrow().clone()
    }

    /// One more tab.
    pub fn open(&self) -> Rc<Window> {
        let window =
            Rc::new(Window { tab: self.profile.open_tab(), engine: RefCell::default(), done: Cell::default() });
        self.windows.borrow_mut().push(window.clone());
        // Whose session it is: here an account is one user.
        let account = self.user.uuid();
        let (place, opened, ether) = (self.place.clone(), window.clone(), self.ether.clone());
        let profile = self.profile.id();
        drop(window.tab.call(async move {
            match Engine::open(&place, account).await {
                Ok(engine) => drop(opened.engine.replace(Some(engine))),
                Err(error) => ether.universe.note(format_args!("profile {profile} can't open a tab: {error}")),
            }
        }));
        window
    }

    /// The person opens the directory when no tab shows it.
    pub fn open_if_closed(&self) {
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
    pub fn load_anew(&self) {
        for window in self.windows() {
            window.tab.kill();
        }
        self.outdate(Page::Current);
        self.open();
    }

    /// A tab whose person signed out in another one shows the sign-in, and the directory anew after it.
    pub fn replace_what_is_over(&self) {
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
    pub fn wipe(&self, window: &Rc<Window>, even_unsynced: bool) {
        let Some(engine) = window.engine() else { return };
        let (ether, done, tab) = (self.ether.clone(), window.clone(), window.tab.clone());
        if even_unsynced {
            ether.ledger.borrow_mut().leave(&tab);
        }
        drop(window.tab.call(async move {
            let wiped = engine.wipe(even_unsynced).await;
            if even_unsynced {
                ether.ledger.borrow_mut().left(&tab);
            }
            if wiped.is_ok() {
                done.done.set(true);
                done.engine.replace(None);
                tab.kill();
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

    /// Whether nothing is to be had of it any more.
    pub fn is_over(&self) -> bool {
        self.engine().is_some_and(|engine| Self::is_ended(&engine))
    }

    /// The directory, once it is open.
    pub fn engine(&self) -> Option<Engine> {
        self.engine.borrow().clone()
    }
}
