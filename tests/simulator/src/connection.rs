//! One server's connection to the shared disk: slow, breaking at times, and dead when the server is.

use crate::disk::Disk;
use rollcall_server::store::{Notice, StoreError};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};
use tokio::sync::{Notify, broadcast};

pub type Result<T> = std::result::Result<T, StoreError>;

/// Whether a server still runs.
#[derive(Default)]
pub struct Life {
    dead: AtomicBool,
    died: Notify,
}

impl Life {
    pub fn is_over(&self) -> bool {
        self.dead.load(Ordering::Relaxed)
    }

    pub fn end(&self) {
        self.dead.store(true, Ordering::Relaxed);
        self.died.notify_waiters();
    }

    /// Comes when it is over.
    pub async fn over(&self) {
        let died = self.died.notified();
        if !self.is_over() {
            died.await;
        }
    }
}

/// One server's connection to the disk.
pub struct Connection {
    pub number: usize,
    pub disk: Arc<Disk>,
    pub life: Arc<Life>,
    pub notices: broadcast::Sender<Notice>,
}

impl Connection {
    /// The way to the disk: it takes its time, breaks at times, and never ends for a server that died.
    pub async fn way(&self) -> Result<()> {
        let universe = &self.disk.universe;
        tokio::time::sleep(universe.millis(0, 3)).await;
        if universe.strikes(universe.rates.node_dies) {
            universe.happened("servers died", format_args!("{}, on its way to the store", self.number));
            self.life.end();
        }
        self.alive().await;
        if universe.strikes(universe.rates.store_fails) {
            universe.happened("store failures", format_args!("of server {}", self.number));
            return Err(StoreError::Unreachable("the connection broke".to_owned()));
        }
        Ok(())
    }

    /// The way back from a transaction: the server may die before it hears, or never learn whether it went through.
    pub async fn way_back(&self) -> Result<()> {
        let universe = &self.disk.universe;
        tokio::time::sleep(universe.millis(0, 5)).await;
        if universe.strikes(universe.rates.node_dies) {
            universe
                .happened("servers died", format_args!("{}, between a commit and its acknowledgement", self.number));
            self.life.end();
        }
        self.alive().await;
        if universe.strikes(universe.rates.unsure_commit) {
            universe.happened("commits without an answer", format_args!("of server {}", self.number));
            return Err(StoreError::Unreachable("the connection broke during the commit".to_owned()));
        }
        Ok(())
    }

    /// Goes on only in a server that lives.
    pub async fn alive(&self) {
        if self.life.is_over() {
            std::future::pending::<()>().await;
        }
    }

    pub fn elsewhere<T>() -> Result<T> {
        Err(StoreError::Unreachable("this is no part of the simulation".to_owned()))
    }
}
