//! The log on the disk, of which the replica in memory is the database.
//!
//! | object store | what stands in it |
//! | --- | --- |
//! | `meta` | one row, the [`Head`]: how far everything goes |
//! | `chunks` | confirmed records, some hundreds a row ([`chunk`]) |
//! | `tail` | one row per server batch since the chunks were written, by its generation ([`tail`]) |
//! | `outbox` | one row per command without a verdict, by its sequence number; strictly durable |
//! | `inbox` | one row per refused command, by its sequence number |
//!
//! Several tabs write here. Each batch has a number, its generation, and is written only by a tab that knows all the
//! earlier ones: whoever froze, woke up and wants to write old news finds that out inside the transaction.

pub mod chunk;
mod fold;
mod read;
pub mod tail;
mod write;

pub use write::{Unnumbered, Unsynced};

use crate::browser::idb::{Db, IdbError, Mode, Tx, Value};
use rollcall_core::{
    Timestamp,
    id::{DeviceId, TenantId, UserId},
    record,
    sync::{Batch, Cursor, Envelope, Rejected, Seq},
    time::Span,
};
use serde::{Deserialize, Serialize};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use uuid::Uuid;

const META: &str = "meta";
const CHUNKS: &str = "chunks";
const TAIL: &str = "tail";
const OUTBOX: &str = "outbox";
const INBOX: &str = "inbox";
const STORES: &[&str] = &[META, CHUNKS, TAIL, OUTBOX, INBOX];
const HEAD: &str = "head";

/// The version of this layout. A new one is a new database, so that no upgrade can be blocked by an old tab.
const FORMAT: u32 = 1;
/// How often a dead handle is replaced before giving up.
const REOPENINGS: u32 = 3;

/// How far everything goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Whose sequence numbers the outbox holds.
    pub device: DeviceId,
    /// Drawn by the tab that founded this store: another one means that the browser, or a person, cleared the one before.
    pub founding: Uuid,
    /// Whose view the records are.
    pub user: UserId,
    /// The sequence number of the next command.
    pub next: Seq,
    /// Where the confirmed records stand; none before the first sync.
    pub cursor: Option<Cursor>,
    /// How many batches have been written.
    pub generation: u64,
    /// The last of them that the chunks contain; the tail holds the others.
    pub folded: u64,
    /// How many chunks there are.
    pub chunks: u32,
    /// How many records they hold.
    pub records: u64,
    /// The server's time at the last answer.
    pub synced: Option<Timestamp>,
    /// What to add to the device's clock to get the server's.
    pub behind: Span,
    /// Signed out: what stood here is gone, and the database is about to be.
    pub ended: bool,
}

impl Head {
    /// The head of an empty store.
    pub fn new(device: DeviceId, user: UserId) -> Self {
        Self {
            device,
            founding: Uuid::nil(),
            user,
            next: Seq(1),
            cursor: None,
            generation: 0,
            folded: 0,
            chunks: 0,
            records: 0,
            synced: None,
            behind: Span(0),
            ended: false,
        }
    }
}

/// Why the store did not do what was asked; then nothing of it happened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    #[error(transparent)]
    Idb(#[from] IdbError),
    /// Another tab wrote meanwhile: read first, then try again.
    #[error("another tab was faster")]
    Moved,
    /// What stood here is gone: the browser, or a person, cleared it.
    #[error("what was stored on this device was deleted")]
    Gone,
    /// Another tab signed out.
    #[error("you signed out in another tab")]
    Ended,
    /// A later version of Rollcall wrote here.
    #[error("a newer version of Rollcall stored its data here; reload the page to update")]
    Newer,
}

/// Everything that was stored.
pub struct Stored {
    pub head: Head,
    pub chunks: Vec<Value>,
    pub tail: Vec<Batch>,
    pub outbox: Vec<Envelope>,
    pub inbox: Vec<Rejected>,
}

/// What other tabs wrote.
pub struct News {
    pub head: Head,
    /// Batches after the asked generation, with theirs.
    pub tail: Vec<(u64, Batch)>,
    /// Outbox rows after the asked sequence number.
    pub outbox: Vec<Envelope>,
    /// All that is in the inbox.
    pub inbox: Vec<Seq>,
}

/// The store of one account in one organisation.
pub struct Store {
    name: String,
    db: RefCell<Option<Rc<Db>>>,
    ended: Rc<Cell<bool>>,
    on_end: Rc<dyn Fn()>,
}

impl Store {
    /// The store of this name; nothing is opened yet. `on_end` is called when another tab signs out.
    pub fn new(name: String, on_end: impl Fn() + 'static) -> Self {
        Self { name, db: RefCell::new(None), ended: Rc::default(), on_end: Rc::new(on_end) }
    }

    /// A store that no engine has open here.
    pub fn alone(name: &str) -> Self {
        Self::new(name.to_owned(), || {})
    }

    /// Whether a database of this name is a store of this layout.
    pub fn is_name(name: &str) -> bool {
        name.starts_with(&format!("rollcall-{FORMAT}-"))
    }

    /// What the database is called: also the name of the tabs' lock and channel.
    pub fn name_for(tenant: TenantId, account: Uuid) -> String {
        format!("rollcall-{FORMAT}-{tenant}-{account}")
    }

    /// Lets go of the database, for good.
    pub fn end(&self) {
        self.ended.set(true);
        self.db.replace(None);
    }

    async fn db(&self) -> Result<Rc<Db>, StoreError> {
        if self.ended.get() {
            return Err(StoreError::Ended);
        }
        if let Some(db) = self.db.borrow().as_ref() {
            return Ok(Rc::clone(db));
        }
        let (ended, on_end) = (Rc::clone(&self.ended), Rc::clone(&self.on_end));
        let opened = Db::open(&self.name, STORES, move || {
            if !ended.replace(true) {
                on_end();
            }
        });
        let db = Rc::new(opened.await?);
        // Two may have opened at once: the last handle stays.
        self.db.replace(Some(Rc::clone(&db)));
        Ok(db)
    }

    /// Runs a transaction, on a new handle when the old one turns out to be dead.
    async fn run<T>(
        &self,
        stores: &[&str],
        mode: Mode,
        body: impl AsyncFn(&Tx) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut left = REOPENINGS;
        loop {
            let result = match self.db().await {
                Ok(db) => db.run(stores, mode, &body).await,
                Err(error) => Err(error),
            };
            match result {
                Err(StoreError::Idb(IdbError::Closed)) if left > 0 => {
                    left -= 1;
                    self.db.replace(None);
                }
                result => return result,
            }
        }
    }
}

async fn read_head(tx: &Tx) -> Result<Option<Head>, StoreError> {
    match tx.get(META, HEAD.into()).await? {
        None => Ok(None),
        Some(bytes) => match record::decode::<Head>(&bytes) {
            Ok(head) if head.ended => Err(StoreError::Ended),
            Ok(head) => Ok(Some(head)),
            Err(record::Unreadable::Newer(_)) => Err(StoreError::Newer),
            Err(record::Unreadable::Damaged) => Ok(None),
        },
    }
}

/// The head, which must be of the device that is known.
async fn known_head(tx: &Tx, device: DeviceId) -> Result<Head, StoreError> {
    read_head(tx).await?.filter(|head| head.device == device).ok_or(StoreError::Gone)
}

fn write_head(tx: &Tx, head: &Head) -> Result<(), StoreError> {
    Ok(tx.put(META, HEAD.into(), &record::encode(head))?)
}
