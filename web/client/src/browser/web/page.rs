//! The page around the engine: its events, whether it is seen, whether it may keep what it stores.

use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::EventTarget;

/// A listener; it ends when dropped.
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    callback: Closure<dyn FnMut()>,
}

impl Listener {
    fn on(target: EventTarget, event: &'static str, f: impl FnMut() + 'static) -> Option<Self> {
        let callback = Closure::new(f);
        target.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref()).ok()?;
        Some(Self { target, event, callback })
    }

    /// Listens to the window: `online`, `offline`, `pageshow`.
    pub fn window(event: &'static str, f: impl FnMut() + 'static) -> Option<Self> {
        Self::on(web_sys::window()?.into(), event, f)
    }

    /// Calls back when the page is shown or hidden.
    pub fn visibility(f: impl FnMut() + 'static) -> Option<Self> {
        Self::on(web_sys::window()?.document()?.into(), "visibilitychange", f)
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback(self.event, self.callback.as_ref().unchecked_ref());
    }
}

/// Whether there is a page at all, and not a worker or some other host of the same code.
pub fn is_there() -> bool {
    web_sys::window().is_some()
}

/// A path segment that came from an address a person may have mangled.
pub fn segment(text: &str) -> String {
    String::from(js_sys::encode_uri_component(text))
}

/// Whether somebody sees the page.
pub fn is_visible() -> bool {
    web_sys::window().and_then(|window| window.document()).is_some_and(|document| !document.hidden())
}

/// A number from 0 up to, but not including, 1.
pub fn random() -> f64 {
    js_sys::Math::random()
}

/// Whether the browser has promised to keep what is stored here.
pub async fn is_persistent() -> bool {
    match storage().and_then(|storage| storage.persisted().ok()) {
        Some(promise) => JsFuture::from(promise).await.is_ok_and(|kept| kept.is_truthy()),
        None => false,
    }
}

/// Asks the browser to keep what is stored here; some ask the person.
pub async fn ask_to_persist() -> bool {
    match storage().and_then(|storage| storage.persist().ok()) {
        Some(promise) => JsFuture::from(promise).await.is_ok_and(|kept| kept.is_truthy()),
        None => false,
    }
}

fn storage() -> Option<web_sys::StorageManager> {
    // Absent where the page came over plain HTTP from another machine.
    let storage = web_sys::window()?.navigator().storage();
    (!storage.is_undefined()).then_some(storage)
}
