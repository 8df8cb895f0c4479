//! One simulated database: what is in it, what of that would survive a loss of power, who has it open, and whose turn it
//! is to write.

use super::Tab;
use crate::browser::stored::{Key, Mode};
use std::{cell::Cell, collections::BTreeMap, rc::Rc, task::Waker};

/// A key that a value is stored under. Numbers come first, as IndexedDB has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StoredKey {
    Number(u64),
    Name(String),
}

impl From<Key<'_>> for StoredKey {
    fn from(key: Key<'_>) -> Self {
        match key {
            Key::Number(number) => Self::Number(number),
            Key::Name(name) => Self::Name(name.to_owned()),
        }
    }
}

/// The values of one object store.
pub type Values = BTreeMap<StoredKey, Rc<[u8]>>;
/// All object stores.
pub type Stores = BTreeMap<String, Values>;

/// A change that a transaction makes.
#[derive(Clone)]
pub enum Write {
    Put(String, StoredKey, Rc<[u8]>),
    Delete(String, StoredKey),
    Clear(String),
}

impl Write {
    pub fn store(&self) -> &str {
        match self {
            Self::Put(store, ..) | Self::Delete(store, _) | Self::Clear(store) => store,
        }
    }

    pub fn apply(&self, values: &mut Values) {
        match self {
            Self::Put(_, key, value) => drop(values.insert(key.clone(), value.clone())),
            Self::Delete(_, key) => drop(values.remove(key)),
            Self::Clear(_) => values.clear(),
        }
    }
}

fn apply(stores: &mut Stores, writes: &[Write]) {
    for write in writes {
        write.apply(stores.entry(write.store().to_owned()).or_default());
    }
}

/// A tab's handle of a database.
pub struct Connection {
    pub id: u64,
    pub tab: Tab,
    /// No new transactions.
    pub closed: Cell<bool>,
    /// The browser tore it down: transactions under way are undone.
    pub torn: Cell<bool>,
    pub ended: Box<dyn Fn()>,
}

/// A transaction, from its beginning to its end.
pub struct Turn {
    pub id: u64,
    pub connection: Rc<Connection>,
    pub stores: Vec<String>,
    pub writes: bool,
    /// Handed over for writing: it goes on without its tab.
    pub committing: bool,
}

/// One database.
#[derive(Default)]
pub struct Database {
    pub current: Stores,
    durable: Stores,
    /// Transactions that a loss of power may undo, oldest first.
    relaxed: Vec<Vec<Write>>,
    pub connections: BTreeMap<u64, Rc<Connection>>,
    pub turns: Vec<Turn>,
    pub deleting: bool,
    waiting: Vec<Waker>,
}

impl Database {
    /// A copy of what is in it, as a copied folder would have it.
    pub fn copy(&self) -> Self {
        let (current, durable) = (self.current.clone(), self.current.clone());
        Self { current, durable, ..Self::default() }
    }

    /// Whether it is this transaction's turn: no earlier one with a store in common, unless both only read.
    pub fn is_turn(&self, id: u64) -> bool {
        let Some(at) = self.turns.iter().position(|turn| turn.id == id) else { return false };
        let (earlier, rest) = self.turns.split_at(at);
        rest.first().is_some_and(|mine| {
            earlier.iter().all(|other| {
                !(other.writes || mine.writes) || !other.stores.iter().any(|store| mine.stores.contains(store))
            })
        })
    }

    pub fn end_turn(&mut self, id: u64) {
        self.turns.retain(|turn| turn.id != id);
        self.wake();
    }

    /// Writes a transaction. A strict one makes all before it durable as well: there is one log.
    pub fn commit(&mut self, writes: Vec<Write>, mode: Mode) {
        apply(&mut self.current, &writes);
        self.relaxed.push(writes);
        if mode == Mode::Strict {
            for writes in std::mem::take(&mut self.relaxed) {
                apply(&mut self.durable, &writes);
            }
        }
    }

    /// How many transactions a loss of power may undo.
    pub fn at_risk(&self) -> usize {
        self.relaxed.len()
    }

    /// The power went, and only so many of the relaxed transactions had reached the disk.
    pub fn lose_power(&mut self, kept: usize) {
        for writes in std::mem::take(&mut self.relaxed).iter().take(kept) {
            apply(&mut self.durable, writes);
        }
        self.current = self.durable.clone();
    }

    /// The browser tears handles down; what they were doing is undone.
    pub fn tear(&mut self, which: impl Fn(&Connection) -> bool) {
        // A transaction that was handed over has a connection even when its tab is gone.
        let writing = self.turns.iter().map(|turn| &turn.connection);
        for connection in self.connections.values().chain(writing).filter(|connection| which(connection)) {
            connection.closed.set(true);
            connection.torn.set(true);
        }
        self.connections.retain(|_, connection| !connection.torn.get());
        self.turns.retain(|turn| !turn.connection.torn.get());
        self.wake();
    }

    /// A tab is gone: what it had handed over for writing still goes on.
    pub fn tab_is_gone(&mut self, tab: u64) {
        self.turns.retain(|turn| turn.connection.tab.id() != tab || turn.committing);
        self.connections.retain(|_, connection| connection.tab.id() != tab);
        self.wake();
    }

    pub fn wait(&mut self, waker: &Waker) {
        self.waiting.push(waker.clone());
    }

    pub fn wake(&mut self) {
        for waker in self.waiting.drain(..) {
            waker.wake();
        }
    }
}
