//! The simulated IndexedDB: transactions that wait for their turn, take time, happen whole or not at all, and can be
//! struck at each of their edges.

use super::{
    Edge, Profile, Step, Tab,
    database::{Connection, Database, StoredKey, Turn, Values, Write},
    world::profile::settle,
};
use crate::browser::stored::{IdbError, Key, Mode, OPEN_MILLIS};
use std::{
    cell::{Cell, RefCell},
    future::poll_fn,
    rc::Rc,
    task::Poll,
    time::Duration,
};
use tokio::sync::oneshot;

/// A stored value.
pub struct Value(Rc<[u8]>);

impl Value {
    pub fn to_vec(&self) -> Vec<u8> {
        self.0.to_vec()
    }
}

/// An open database; closed when dropped.
pub struct Db {
    database: Rc<RefCell<Database>>,
    connection: Rc<Connection>,
}

impl Db {
    /// Opens a database, and makes it with these object stores when there is none. `ended` is called when another tab
    /// deletes the database.
    pub async fn open(
        name: &str,
        _stores: &'static [&'static str],
        ended: impl Fn() + 'static,
    ) -> Result<Self, IdbError> {
        let tab = Tab::current().ok_or(IdbError::Closed)?;
        let opening = open(&tab, name, Box::new(ended));
        tokio::time::timeout(Duration::from_millis(OPEN_MILLIS.into()), opening)
            .await
            .unwrap_or_else(|_| Err(IdbError::late()))
    }

    /// The names of all databases here; none where the browser can't list them.
    pub async fn names() -> Option<Vec<String>> {
        let tab = Tab::current()?;
        tokio::time::sleep(tab.world().takes(Step::Open)).await;
        settle(&tab).await;
        tab.profile().lists_databases().then(|| tab.profile().database_names())
    }

    /// Deletes a database, once every tab has let go of it.
    pub async fn delete(name: &str) -> Result<(), IdbError> {
        let tab = Tab::current().ok_or(IdbError::Closed)?;
        let (profile, name) = (tab.profile().clone(), name.to_owned());
        let (giver, deleted) = oneshot::channel();
        // It goes on without the tab that asked.
        tokio::task::spawn_local(async move {
            delete(&profile, &name).await;
            let _ = giver.send(());
        });
        match tokio::time::timeout(Duration::from_millis(OPEN_MILLIS.into()), deleted).await {
            Ok(_) => Ok(()),
            Err(_) => Err(IdbError::late()),
        }
    }

    /// Runs a transaction. The body awaits requests of this transaction and nothing else, or the browser ends it early.
    /// All of it is durable when this answers `Ok`, and none of it has happened when it answers an error.
    pub async fn run<T, E: From<IdbError>>(
        &self,
        stores: &[&str],
        mode: Mode,
        body: impl AsyncFnOnce(&Tx) -> Result<T, E>,
    ) -> Result<T, E> {
        let tx = Tx::begin(self, stores, mode).await?;
        let value = body(&tx).await?;
        tx.finish().await?;
        Ok(value)
    }
}

impl Drop for Db {
    fn drop(&mut self) {
        self.connection.closed.set(true);
        let mut database = self.database.borrow_mut();
        database.connections.remove(&self.connection.id);
        database.wake();
    }
}

async fn open(tab: &Tab, name: &str, ended: Box<dyn Fn()>) -> Result<Db, IdbError> {
    let (world, profile) = (tab.world(), tab.profile());
    tokio::time::sleep(world.takes(Step::Open)).await;
    edge(tab, Edge::Open).await?;
    // Behind a deletion that waits.
    while let Some(database) = profile.database(name).filter(|database| database.borrow().deleting) {
        until(&database, |database| !database.deleting).await;
    }
    let database = profile.make_database(name);
    let connection = Rc::new(Connection {
        id: profile.number(),
        tab: tab.clone(),
        closed: Cell::new(false),
        torn: Cell::new(false),
        ended,
    });
    database.borrow_mut().connections.insert(connection.id, connection.clone());
    Ok(Db { database, connection })
}

async fn delete(profile: &Profile, name: &str) {
    tokio::time::sleep(profile.world().takes(Step::Open)).await;
    let Some(database) = profile.database(name) else { return };
    database.borrow_mut().deleting = true;
    let open: Vec<Rc<Connection>> = database.borrow().connections.values().cloned().collect();
    for connection in open {
        let database = database.clone();
        connection.tab.clone().spawn(async move {
            if !connection.closed.replace(true) {
                database.borrow_mut().connections.remove(&connection.id);
                database.borrow_mut().wake();
                (connection.ended)();
            }
        });
    }
    until(&database, |database| database.connections.is_empty() && database.turns.is_empty()).await;
    profile.drop_database(name);
    let mut database = database.borrow_mut();
    database.deleting = false;
    database.wake();
}

/// A transaction under way.
pub struct Tx {
    database: Rc<RefCell<Database>>,
    connection: Rc<Connection>,
    id: u64,
    mode: Mode,
    /// What it would write, so far.
    writes: RefCell<Vec<Write>>,
}

impl Tx {
    async fn begin(db: &Db, stores: &[&str], mode: Mode) -> Result<Self, IdbError> {
        let (database, connection) = (db.database.clone(), db.connection.clone());
        edge(&connection.tab, Edge::Begin).await?;
        if connection.closed.get() {
            return Err(IdbError::Closed);
        }
        let id = connection.tab.profile().number();
        database.borrow_mut().turns.push(Turn {
            id,
            connection: connection.clone(),
            stores: stores.iter().map(|store| (*store).to_owned()).collect(),
            writes: mode != Mode::Read,
            committing: false,
        });
        Ok(Self { database, connection, id, mode, writes: RefCell::default() })
    }

    /// The value under a key.
    pub async fn get(&self, store: &str, key: Key<'_>) -> Result<Option<Vec<u8>>, IdbError> {
        Ok(self.read(store).await?.get(&StoredKey::from(key)).map(|value| value.to_vec()))
    }

    /// All values with keys from `from` up, in the order of their keys.
    pub async fn values(&self, store: &str, from: u64) -> Result<Vec<Value>, IdbError> {
        let values = self.read(store).await?;
        Ok(values.range(StoredKey::Number(from)..).map(|(_, value)| Value(value.clone())).collect())
    }

    /// All numeric keys, in order.
    pub async fn keys(&self, store: &str) -> Result<Vec<u64>, IdbError> {
        let values = self.read(store).await?;
        Ok(values.keys().filter_map(|key| if let StoredKey::Number(n) = key { Some(*n) } else { None }).collect())
    }

    /// Writes a value. That it failed shows when the transaction ends.
    pub fn put(&self, store: &str, key: Key<'_>, value: &[u8]) -> Result<(), IdbError> {
        self.write(Write::Put(store.to_owned(), key.into(), value.into()))
    }

    /// Removes one value.
    pub fn delete(&self, store: &str, key: u64) -> Result<(), IdbError> {
        self.write(Write::Delete(store.to_owned(), StoredKey::Number(key)))
    }

    /// Removes all values.
    pub fn clear(&self, store: &str) -> Result<(), IdbError> {
        self.write(Write::Clear(store.to_owned()))
    }

    fn write(&self, write: Write) -> Result<(), IdbError> {
        if self.connection.torn.get() {
            return Err(IdbError::Closed);
        }
        self.writes.borrow_mut().push(write);
        Ok(())
    }

    /// A store as this transaction sees it.
    async fn read(&self, store: &str) -> Result<Values, IdbError> {
        self.turn().await?;
        tokio::time::sleep(self.connection.tab.world().takes(Step::Request)).await;
        edge(&self.connection.tab, Edge::Request).await?;
        self.turn().await?;
        let mut values = self.database.borrow().current.get(store).cloned().unwrap_or_default();
        for write in self.writes.borrow().iter().filter(|write| write.store() == store) {
            write.apply(&mut values);
        }
        Ok(values)
    }

    /// Waits for its turn.
    async fn turn(&self) -> Result<(), IdbError> {
        until(&self.database, |database| self.connection.torn.get() || database.is_turn(self.id)).await;
        if self.connection.torn.get() { Err(IdbError::Closed) } else { Ok(()) }
    }

    /// Hands it over for writing, and waits until that is done.
    async fn finish(&self) -> Result<(), IdbError> {
        self.turn().await?;
        let tab = &self.connection.tab;
        edge(tab, Edge::Commit).await?;
        self.turn().await?;
        if let Some(turn) = self.database.borrow_mut().turns.iter_mut().find(|turn| turn.id == self.id) {
            turn.committing = true;
        }
        let (giver, written) = oneshot::channel();
        let (database, connection, id, mode) = (self.database.clone(), self.connection.clone(), self.id, self.mode);
        let mode = if mode == Mode::Strict && tab.world().relaxes_all() { Mode::Relaxed } else { mode };
        let (writes, profile) = (self.writes.take(), tab.profile().clone());
        let (wait, life) = (tab.world().takes(Step::Commit), profile.life());
        // From here it is the browser's: it goes on without the tab.
        tokio::task::spawn_local(async move {
            tokio::time::sleep(wait).await;
            if profile.life() == life && !connection.torn.get() {
                if mode != Mode::Read {
                    database.borrow_mut().commit(writes, mode);
                }
                database.borrow_mut().end_turn(id);
                let _ = giver.send(());
            }
        });
        written.await.map_err(|_| IdbError::Closed)?;
        // Too late for it to fail.
        let _ = edge(tab, Edge::Committed).await;
        Ok(())
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        let mut database = self.database.borrow_mut();
        let committing = |turn: &Turn| turn.id == self.id && turn.committing;
        if !database.turns.iter().any(committing) {
            database.end_turn(self.id);
        }
    }
}

/// What happens here is up to the world.
async fn edge(tab: &Tab, edge: Edge) -> Result<(), IdbError> {
    let struck = tab.world().edge(tab, edge);
    settle(tab).await;
    struck
}

async fn until(database: &Rc<RefCell<Database>>, ready: impl Fn(&Database) -> bool) {
    poll_fn(|context| {
        let mut database = database.borrow_mut();
        if ready(&database) {
            return Poll::Ready(());
        }
        database.wait(context.waker());
        Poll::Pending
    })
    .await;
}
