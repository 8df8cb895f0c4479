//! The browser's own `EventSource`.

use crate::browser::told::Told;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{EventSource, MessageEvent};

/// An open stream; closed when dropped.
pub struct Stream {
    source: EventSource,
    event: &'static str,
    on_event: Closure<dyn FnMut(MessageEvent)>,
    _on_open: Closure<dyn FnMut()>,
    _on_error: Closure<dyn FnMut()>,
}

impl Stream {
    /// Connects; `f` hears of events of this name.
    pub fn open(url: &str, event: &'static str, f: impl Fn(Told) + Clone + 'static) -> Option<Self> {
        let source = EventSource::new(url).ok()?;
        let on_event = Closure::new({
            let f = f.clone();
            move |event: MessageEvent| f(Told::Event(event.data().as_string().unwrap_or_default()))
        });
        let on_open = Closure::new({
            let f = f.clone();
            move || f(Told::Open)
        });
        let on_error = Closure::new({
            let source = source.clone();
            move || f(Told::Broken { for_good: source.ready_state() == EventSource::CLOSED })
        });
        source.add_event_listener_with_callback(event, on_event.as_ref().unchecked_ref()).ok()?;
        source.set_onopen(Some(on_open.as_ref().unchecked_ref()));
        source.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Some(Self { source, event, on_event, _on_open: on_open, _on_error: on_error })
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        let _ = self.source.remove_event_listener_with_callback(self.event, self.on_event.as_ref().unchecked_ref());
        self.source.set_onopen(None);
        self.source.set_onerror(None);
        self.source.close();
    }
}
