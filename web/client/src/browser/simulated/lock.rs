//! Web Locks of a simulated profile: one tab holds a named lock, until it lets go, dies, or is robbed.

use super::{Profile, Step, Tab, world::profile::Claim};
use std::{cell::Cell, rc::Rc};

/// A lock that is wanted or held; dropping it gives it up.
pub struct Lock {
    profile: Profile,
    name: String,
    id: u64,
    wanted: Rc<Cell<bool>>,
}

impl Lock {
    /// Asks for the lock and calls `won` once it is held, `lost` when it was taken away. With `steal`, takes it from
    /// whoever holds it.
    pub fn ask(name: &str, steal: bool, won: impl FnOnce() + 'static, lost: impl FnOnce() + 'static) -> Option<Self> {
        let tab = Tab::current()?;
        let profile = tab.profile().clone();
        let (id, wanted) = (profile.number(), Rc::new(Cell::new(true)));
        let claim = Claim { id, tab, wanted: wanted.clone(), won: Some(Box::new(won)), lost: Some(Box::new(lost)) };
        profile.claim(name, claim, steal);
        Some(Self { profile, name: name.to_owned(), id, wanted })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.wanted.set(false);
        self.profile.release(&self.name, self.id);
    }
}

impl Claim {
    /// The tab learns that it holds the lock.
    pub fn won(&mut self) {
        let won = self.won.take();
        self.tell(won);
    }

    /// The tab learns that it was robbed.
    pub fn lost(&mut self) {
        let lost = self.lost.take();
        self.tell(lost);
    }

    fn tell(&self, f: Option<Box<dyn FnOnce()>>) {
        let (wanted, wait) = (self.wanted.clone(), self.tab.world().takes(Step::Message));
        if let Some(f) = f {
            self.tab.spawn(async move {
                tokio::time::sleep(wait).await;
                if wanted.get() {
                    f();
                }
            });
        }
    }
}
