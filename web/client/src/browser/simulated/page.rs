//! The simulated page around the engine.

use super::Tab;

/// A listener; it ends when dropped.
pub struct Listener {
    tab: Tab,
    id: u64,
}

impl Listener {
    /// Listens to the window: `online`, `offline`, `pageshow`.
    pub fn window(event: &'static str, f: impl FnMut() + 'static) -> Option<Self> {
        let tab = Tab::current()?;
        let id = tab.listen(event, f);
        Some(Self { tab, id })
    }

    /// Calls back when the page is shown or hidden.
    pub fn visibility(f: impl FnMut() + 'static) -> Option<Self> {
        Self::window("visibilitychange", f)
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.tab.unlisten(self.id);
    }
}

/// Whether there is a page at all.
pub fn is_there() -> bool {
    Tab::current().is_some()
}

/// A path segment that came from an address a person may have mangled.
pub fn segment(text: &str) -> String {
    let kept = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte);
    text.bytes().map(|byte| if kept(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// Whether somebody sees the page.
pub fn is_visible() -> bool {
    Tab::current().is_some_and(|tab| tab.is_visible())
}

/// A number from 0 up to, but not including, 1.
pub fn random() -> f64 {
    // 53 bits: what a double holds.
    Tab::current().map_or(0.0, |tab| (tab.world().random() >> 11) as f64 / (1_u64 << 53) as f64)
}

/// Whether the browser has promised to keep what is stored here.
pub async fn is_persistent() -> bool {
    Tab::current().is_some_and(|tab| tab.profile().is_persistent())
}

/// Asks the browser to keep what is stored here; this one does when it is asked.
pub async fn ask_to_persist() -> bool {
    Tab::current().is_some_and(|tab| {
        tab.profile().persist();
        true
    })
}
