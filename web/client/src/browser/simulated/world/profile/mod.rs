//! A browser profile on a device: what its tabs share, and what can happen to it.

mod tab;

pub use tab::Tab;
pub(in crate::browser::simulated) use tab::{Job, settle};

use super::World;
use crate::browser::simulated::database::{Database, StoredKey};
use rollcall_core::{Timestamp, time::Span};
use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, VecDeque},
    rc::Rc,
};

/// Somebody's claim to a lock.
pub(in crate::browser::simulated) struct Claim {
    pub id: u64,
    pub tab: Tab,
    pub wanted: Rc<Cell<bool>>,
    pub won: Option<Box<dyn FnOnce()>>,
    pub lost: Option<Box<dyn FnOnce()>>,
}

/// Who hears a channel.
#[derive(Clone)]
pub(in crate::browser::simulated) struct Subscriber {
    pub id: u64,
    pub tab: Tab,
    pub name: String,
    pub hear: Rc<dyn Fn(String)>,
}

/// A browser profile on a device. Clones are the same profile.
#[derive(Clone)]
pub struct Profile(Rc<State>);

struct State {
    id: u64,
    world: Rc<dyn World>,
    /// The browser can't list its databases.
    hides_databases: Cell<bool>,
    /// What the device's clock is off by.
    skew: Cell<Span>,
    persistent: Cell<bool>,
    /// One more with each crash: what was under way before is nobody's any more.
    life: Cell<u64>,
    next: Cell<u64>,
    tabs: RefCell<Vec<Tab>>,
    databases: RefCell<BTreeMap<String, Rc<RefCell<Database>>>>,
    texts: RefCell<BTreeMap<String, String>>,
    locks: RefCell<BTreeMap<String, VecDeque<Claim>>>,
    subscribers: RefCell<Vec<Subscriber>>,
}

impl Profile {
    /// A new profile with nothing in it, and the number by which the world knows it.
    pub fn new(id: u64, world: Rc<dyn World>) -> Self {
        Self(Rc::new(State {
            id,
            world,
            hides_databases: Cell::default(),
            skew: Cell::new(Span(0)),
            persistent: Cell::default(),
            life: Cell::default(),
            next: Cell::default(),
            tabs: RefCell::default(),
            databases: RefCell::default(),
            texts: RefCell::default(),
            locks: RefCell::default(),
            subscribers: RefCell::default(),
        }))
    }

    /// A copy of what is stored, as a copied folder or virtual machine would have it: with the same device in it.
    #[must_use]
    pub fn copy(&self, id: u64) -> Self {
        let copy = Self::new(id, self.0.world.clone());
        copy.set_clock(self.0.skew.get());
        copy.0.persistent.set(self.0.persistent.get());
        *copy.0.texts.borrow_mut() = self.0.texts.borrow().clone();
        for (name, database) in &*self.0.databases.borrow() {
            let database = Rc::new(RefCell::new(database.borrow().copy()));
            copy.0.databases.borrow_mut().insert(name.clone(), database);
        }
        copy
    }

    /// Its number in its world.
    pub fn id(&self) -> u64 {
        self.0.id
    }

    /// What surrounds it.
    pub fn world(&self) -> &Rc<dyn World> {
        &self.0.world
    }

    /// What the device's clock says.
    pub fn now(&self) -> Timestamp {
        self.0.world.now().after(self.0.skew.get())
    }

    /// Sets the device's clock wrong, or right again.
    pub fn set_clock(&self, skew: Span) {
        self.0.skew.set(skew);
    }

    /// Opens a tab.
    pub fn open_tab(&self) -> Tab {
        let tab = Tab::new(self.number(), self.clone());
        self.0.tabs.borrow_mut().push(tab.clone());
        tab
    }

    /// The tabs that are open, the oldest first.
    pub fn tabs(&self) -> Vec<Tab> {
        self.0.tabs.borrow().clone()
    }

    /// The browser crashes: all tabs are gone, and what they wrote is with the operating system.
    pub fn crash(&self) {
        self.0.life.set(self.0.life.get() + 1);
        for tab in self.tabs() {
            tab.kill();
        }
        for database in self.databases() {
            database.borrow_mut().tear(|_| true);
        }
    }

    /// The power goes: besides, relaxed transactions may be undone, the last ones first. `kept` says how many of so many
    /// had reached the disk.
    pub fn lose_power(&self, kept: impl Fn(usize) -> usize) {
        self.crash();
        for database in self.databases() {
            let at_risk = database.borrow().at_risk();
            database.borrow_mut().lose_power(kept(at_risk));
        }
    }

    /// The browser tears down every handle of a tab's databases, as it does when their disk is in trouble.
    pub fn lose_handles(&self, tab: &Tab) {
        for database in self.databases() {
            database.borrow_mut().tear(|connection| connection.tab.id() == tab.id());
        }
    }

    /// The browser deletes all databases to make room.
    pub fn evict(&self) {
        for database in self.databases() {
            database.borrow_mut().tear(|_| true);
        }
        self.0.databases.borrow_mut().clear();
    }

    /// The names of the databases.
    pub fn database_names(&self) -> Vec<String> {
        self.0.databases.borrow().keys().cloned().collect()
    }

    /// From now on the browser can't list its databases, as some can't.
    pub fn hide_databases(&self) {
        self.0.hides_databases.set(true);
    }

    pub(in crate::browser::simulated) fn lists_databases(&self) -> bool {
        !self.0.hides_databases.get()
    }

    /// What stands in an object store, in the order of its keys.
    pub fn rows(&self, database: &str, store: &str) -> Vec<Vec<u8>> {
        let databases = self.0.databases.borrow();
        let Some(database) = databases.get(database) else { return Vec::new() };
        let database = database.borrow();
        database.current.get(store).map(|rows| rows.values().map(|row| row.to_vec()).collect()).unwrap_or_default()
    }

    /// The numeric keys of an object store, in order.
    pub fn keys(&self, database: &str, store: &str) -> Vec<u64> {
        let databases = self.0.databases.borrow();
        let Some(database) = databases.get(database) else { return Vec::new() };
        let database = database.borrow();
        let number = |key: &StoredKey| if let StoredKey::Number(number) = key { Some(*number) } else { None };
        database.current.get(store).map(|rows| rows.keys().filter_map(number).collect()).unwrap_or_default()
    }

    /// How much stands where, for people who read what a seed did.
    pub fn inventory(&self) -> String {
        let databases = self.0.databases.borrow();
        let stores = |database: &Database| {
            let told = database.current.iter().map(|(name, rows)| format!("{name} {}", rows.len()));
            told.collect::<Vec<_>>().join(", ")
        };
        databases.values().map(|database| stores(&database.borrow())).collect::<Vec<_>>().join("; ")
    }

    /// Whether the browser has promised to keep what is stored.
    pub fn is_persistent(&self) -> bool {
        self.0.persistent.get()
    }

    pub(in crate::browser::simulated) fn persist(&self) {
        self.0.persistent.set(true);
    }

    pub(in crate::browser::simulated) fn life(&self) -> u64 {
        self.0.life.get()
    }

    pub(in crate::browser::simulated) fn number(&self) -> u64 {
        self.0.next.replace(self.0.next.get() + 1)
    }

    pub(in crate::browser::simulated) fn text(&self, name: &str) -> Option<String> {
        self.0.texts.borrow().get(name).cloned()
    }

    pub(in crate::browser::simulated) fn set_text(&self, name: &str, text: Option<&str>) {
        let mut texts = self.0.texts.borrow_mut();
        match text {
            Some(text) => drop(texts.insert(name.to_owned(), text.to_owned())),
            None => drop(texts.remove(name)),
        }
    }

    pub(in crate::browser::simulated) fn database(&self, name: &str) -> Option<Rc<RefCell<Database>>> {
        self.0.databases.borrow().get(name).cloned()
    }

    pub(in crate::browser::simulated) fn make_database(&self, name: &str) -> Rc<RefCell<Database>> {
        self.0.databases.borrow_mut().entry(name.to_owned()).or_default().clone()
    }

    pub(in crate::browser::simulated) fn drop_database(&self, name: &str) {
        self.0.databases.borrow_mut().remove(name);
    }

    fn databases(&self) -> Vec<Rc<RefCell<Database>>> {
        self.0.databases.borrow().values().cloned().collect()
    }

    pub(in crate::browser::simulated) fn tab_is_gone(&self, tab: u64) {
        self.0.tabs.borrow_mut().retain(|other| other.id() != tab);
        self.0.subscribers.borrow_mut().retain(|subscriber| subscriber.tab.id() != tab);
        for database in self.databases() {
            database.borrow_mut().tab_is_gone(tab);
        }
        let names: Vec<String> = self.0.locks.borrow().keys().cloned().collect();
        for name in names {
            self.change_claims(&name, |claims| claims.retain(|claim| claim.tab.id() != tab));
        }
    }

    pub(in crate::browser::simulated) fn subscribe(&self, subscriber: Subscriber) {
        self.0.subscribers.borrow_mut().push(subscriber);
    }

    pub(in crate::browser::simulated) fn unsubscribe(&self, id: u64) {
        let gone = {
            let mut subscribers = self.0.subscribers.borrow_mut();
            subscribers.iter().position(|subscriber| subscriber.id == id).map(|at| subscribers.remove(at))
        };
        // Whatever its callback holds is let go when nothing is borrowed any more.
        drop(gone);
    }

    pub(in crate::browser::simulated) fn subscribers(&self, name: &str) -> Vec<Subscriber> {
        self.0.subscribers.borrow().iter().filter(|subscriber| subscriber.name == name).cloned().collect()
    }

    pub(in crate::browser::simulated) fn is_subscribed(&self, id: u64) -> bool {
        self.0.subscribers.borrow().iter().any(|subscriber| subscriber.id == id)
    }

    /// A claim to a lock: at the end of the queue, or, when it steals, before everybody.
    pub(in crate::browser::simulated) fn claim(&self, name: &str, claim: Claim, steal: bool) {
        if steal {
            if let Some(robbed) = self.0.locks.borrow_mut().get_mut(name).and_then(VecDeque::pop_front).as_mut() {
                robbed.lost();
            }
            let mut claim = claim;
            claim.won();
            self.0.locks.borrow_mut().entry(name.to_owned()).or_default().push_front(claim);
        } else {
            self.change_claims(name, |claims| claims.push_back(claim));
        }
    }

    pub(in crate::browser::simulated) fn release(&self, name: &str, id: u64) {
        self.change_claims(name, |claims| claims.retain(|claim| claim.id != id));
    }

    /// Changes who wants a lock, and notifies the new holder.
    fn change_claims(&self, name: &str, change: impl FnOnce(&mut VecDeque<Claim>)) {
        let mut claims = self.0.locks.borrow_mut().remove(name).unwrap_or_default();
        let before = claims.front().map(|claim| claim.id);
        change(&mut claims);
        if let Some(first) = claims.front_mut()
            && before != Some(first.id)
        {
            first.won();
        }
        self.0.locks.borrow_mut().insert(name.to_owned(), claims);
    }
}
