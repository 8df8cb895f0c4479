//! Messages between the tabs of one simulated profile. They may get lost.

use super::{Step, Tab, world::profile::Subscriber};
use std::rc::Rc;

/// A channel to the other tabs; closed when dropped.
pub struct Channel {
    tab: Tab,
    id: u64,
    name: String,
}

impl Channel {
    /// Opens the channel of this name; `f` hears what other tabs say.
    pub fn open(name: &str, f: impl Fn(String) + 'static) -> Option<Self> {
        let tab = Tab::current()?;
        let id = tab.profile().number();
        let subscriber = Subscriber { id, tab: tab.clone(), name: name.to_owned(), hear: Rc::new(f) };
        tab.profile().subscribe(subscriber);
        Some(Self { tab, id, name: name.to_owned() })
    }

    pub fn say(&self, text: &str) {
        let (world, profile) = (self.tab.world(), self.tab.profile());
        for other in profile.subscribers(&self.name).into_iter().filter(|other| other.id != self.id) {
            if world.loses_message() {
                continue;
            }
            let (text, wait, profile) = (text.to_owned(), world.takes(Step::Message), profile.clone());
            other.tab.clone().spawn(async move {
                tokio::time::sleep(wait).await;
                if profile.is_subscribed(other.id) {
                    (other.hear)(text);
                }
            });
        }
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.tab.profile().unsubscribe(self.id);
    }
}
