//! Server-sent events over the simulated network, reconnecting as a browser does.

use super::{Connected, Tab, world::profile::Job};
use crate::browser::told::Told;
use std::time::Duration;

/// How long a browser waits before it connects again, unless the server says how long.
const RECONNECT: Duration = Duration::from_secs(3);

/// An open stream; closed when dropped.
pub struct Stream(Job);

impl Stream {
    /// Connects; `f` hears of events of this name.
    pub fn open(url: &str, event: &'static str, f: impl Fn(Told) + Clone + 'static) -> Option<Self> {
        let tab = Tab::current()?;
        let (url, world) = (url.to_owned(), tab.world().clone());
        let job = tab.clone().spawn(async move {
            let mut wait = RECONNECT;
            loop {
                match world.connect(&tab, &url).await {
                    Connected::Stream(mut events) => {
                        f(Told::Open);
                        while let Some(sent) = events.recv().await {
                            wait = sent.retry.unwrap_or(wait);
                            if sent.name == event {
                                f(Told::Event(sent.data));
                            }
                        }
                        f(Told::Broken { for_good: false });
                    }
                    Connected::Refused => return f(Told::Broken { for_good: true }),
                    Connected::Unreachable => f(Told::Broken { for_good: false }),
                }
                tokio::time::sleep(wait).await;
            }
        });
        Some(Self(job))
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.0.cancel();
    }
}
