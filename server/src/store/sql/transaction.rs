//! A transaction that writes, and tells whose sessions it ended once it has.

use super::*;
use std::ops::{Deref, DerefMut};

/// A transaction that writes, rolled back unless it is committed.
pub(super) struct Tx {
    transaction: Transaction<'static, Db>,
    /// Accounts that lose sessions, or users that they were, by it.
    ended: Vec<Uuid>,
    tell: broadcast::Sender<Uuid>,
}

impl Tx {
    pub fn new(transaction: Transaction<'static, Db>, tell: broadcast::Sender<Uuid>) -> Self {
        Self { transaction, ended: Vec::new(), tell }
    }

    /// This account's sessions open less, or nothing, once this is committed.
    pub fn ends(&mut self, account: Uuid) {
        self.ended.push(account);
    }

    /// Writes all of it, or answers an error.
    pub async fn commit(self) -> Result<()> {
        self.transaction.commit().await?;
        for account in self.ended {
            // Nobody listens where no stream is open.
            let _ = self.tell.send(account);
        }
        Ok(())
    }
}

impl Deref for Tx {
    type Target = <Db as sqlx::Database>::Connection;
    fn deref(&self) -> &Self::Target {
        &self.transaction
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.transaction
    }
}
