//! IndexedDB as futures: a database handle that knows when it is dead, and transactions that count only once they are
//! complete.

pub use super::{
    stored::{IdbError, Mode},
    system::idb::{Db, Tx, Value},
};
