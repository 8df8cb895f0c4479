//! What the engine remembers, in memory alone, of its talk with the server and with other tabs.

use super::hint::Hint;
use crate::{
    backoff::Backoff,
    browser::{channel::Channel, lock::Lock, page::Listener, stream::Stream, timer::Timer},
};
use rollcall_core::sync::Seq;

/// Where the talk stands.
#[derive(Default)]
pub struct Syncing {
    /// An exchange is under way.
    pub running: bool,
    /// Another one is wanted.
    pub wanted: bool,
    /// The last command of the exchange under way.
    pub sending: Seq,
    pub backoff: Backoff,
    /// The version that the stream announced, and how often an answer was older than that.
    pub told: Option<u64>,
    pub older: Backoff,
    pub retry: Option<Timer>,
    /// Runs while the server has asked for a pause: nothing is sent before it ends.
    pub pause: Option<Timer>,
    /// The most commands to send at once, when the server found a request too large.
    pub limit: Option<usize>,
    pub live: Live,
    pub fold: Option<Timer>,
    /// Changed records in the tail, about.
    pub tail_puts: usize,
}

impl Syncing {
    /// Ends the talk: another tab leads, or the person signed out.
    pub fn stop(&mut self) {
        (self.wanted, self.retry, self.pause, self.fold) = (false, None, None, None);
        self.live.close();
    }
}

/// The leader's live stream.
#[derive(Default)]
pub struct Live {
    pub stream: Option<Stream>,
    /// Refused so often in a row. Where every stream is, asking now and then takes its place.
    pub refused: Backoff,
    /// Runs until it may be opened again.
    pub pause: Option<Timer>,
    /// Runs while it has made room for another device's: news are asked for now and then, until the browser connects again.
    pub instead: Option<Timer>,
}

impl Live {
    pub fn close(&mut self) {
        (self.stream, self.pause, self.instead) = (None, None, None);
    }
}

/// This tab among the others.
#[derive(Default)]
pub struct Tabs {
    pub channel: Option<Channel>,
    pub lock: Option<Lock>,
    pub leads: bool,
    pub unanswered: u32,
    pub pings: Option<Timer>,
    pub listeners: Vec<Listener>,
}

impl Tabs {
    pub fn leads(&self) -> bool {
        self.leads
    }

    pub fn say(&self, hint: &Hint) {
        if let Some(channel) = &self.channel {
            channel.say(&hint.to_text());
        }
    }
}
