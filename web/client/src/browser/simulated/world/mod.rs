//! What surrounds simulated browsers, defined by the simulation: time, chance, the network, and what goes wrong.

pub(in crate::browser::simulated) mod profile;

use super::{Answer, IdbError, NoAnswer};
use crate::Tuning;
use profile::Tab;
use rollcall_core::Timestamp;
use std::{future::Future, pin::Pin, time::Duration};
use tokio::sync::mpsc::UnboundedReceiver;

/// A future of this thread.
pub type Local<T> = Pin<Box<dyn Future<Output = T>>>;

/// The world around simulated browsers.
pub trait World {
    /// The true time, which no device is sure to know.
    fn now(&self) -> Timestamp;
    /// A number that a seed leads to.
    fn random(&self) -> u64;
    /// How long a step takes.
    fn takes(&self, step: Step) -> Duration;
    /// Called at every edge of every transaction. May freeze, kill or rob the tab, or have what it does fail.
    ///
    /// # Errors
    /// As the browser would have it.
    fn edge(&self, tab: &Tab, edge: Edge) -> Result<(), IdbError>;
    /// Whether a message between tabs gets lost.
    fn loses_message(&self) -> bool;
    /// Whether the browser takes strict transactions no more seriously than others; none does.
    fn relaxes_all(&self) -> bool {
        false
    }
    /// From which sizes on the engine goes other ways.
    fn tuning(&self) -> Tuning {
        Tuning::USUAL
    }
    /// Carries a request to a server and its answer back.
    fn fetch(&self, tab: &Tab, request: Request) -> Local<Result<Answer, NoAnswer>>;
    /// Opens a stream of server-sent events.
    fn connect(&self, tab: &Tab, path: &str) -> Local<Connected>;
}

/// What takes time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Opening or deleting a database.
    Open,
    /// One request of a transaction.
    Request,
    /// Writing a transaction.
    Commit,
    /// A message from tab to tab, or the word that a lock is held.
    Message,
}

/// Where a tab is in its dealings with its database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// About to open it.
    Open,
    /// A transaction is about to begin.
    Begin,
    /// A request of a transaction is about to be answered.
    Request,
    /// A transaction is about to be handed over for writing.
    Commit,
    /// It is written; the tab is about to learn so.
    Committed,
}

/// A request as it leaves a tab.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: String,
    pub path: String,
    /// The body and its type.
    pub body: Option<(&'static str, Vec<u8>)>,
}

/// An event of a stream, as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    pub name: String,
    pub data: String,
    /// After so long the browser connects again when this connection ends.
    pub retry: Option<Duration>,
}

/// How opening a stream ended.
pub enum Connected {
    /// Its events; it broke when this closes.
    Stream(UnboundedReceiver<Sent>),
    /// The server answered with an error.
    Refused,
    /// No answer.
    Unreachable,
}
