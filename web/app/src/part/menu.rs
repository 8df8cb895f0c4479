//! A menu on a native popover, beside what opened it: Esc and a click elsewhere close it, arrows move in it.

use leptos::{ev::KeyboardEvent, html, prelude::*};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

/// How far a menu stays from the edges of the window, in pixels.
const EDGE: f64 = 8.0;

/// Where a menu is anchored: the rectangle of what opened it, as left, top, right, bottom in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchor(f64, f64, f64, f64);

impl Anchor {
    /// Beside the element that an event came to.
    pub fn of(event: &leptos::ev::Event) -> Self {
        let element = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
        element.map_or(Self(EDGE, EDGE, EDGE, EDGE), |element| Self::beside(&element))
    }

    /// Beside an element.
    pub fn beside(element: &Element) -> Self {
        let area = element.get_bounding_client_rect();
        Self(area.left(), area.top(), area.right(), area.bottom())
    }
}

/// A menu that is open for as long as it is drawn; `on_close` must end that. Its items are buttons.
#[component]
pub fn Menu(anchor: Anchor, label: &'static str, on_close: impl Fn() + 'static, children: Children) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let before = StoredValue::new_local(document().active_element());
    Effect::new(move |_| {
        let Some(menu) = node.get() else { return };
        // The popover functions are younger than the bindings for them.
        let show = js_sys::Reflect::get(&menu, &"showPopover".into()).unwrap_or(JsValue::UNDEFINED);
        if let Ok(show) = show.dyn_into::<js_sys::Function>() {
            let _ = show.call0(&menu);
        }
        place(&menu, anchor);
        step(&menu, Step::First);
    });
    on_cleanup(move || {
        if let Some(element) = before.get_value().and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
    let keys = move |event: KeyboardEvent| {
        let step_to = match event.key().as_str() {
            "ArrowDown" => Step::By(1),
            "ArrowUp" => Step::By(-1),
            "Home" => Step::First,
            "End" => Step::Last,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        if let Some(menu) = node.get_untracked() {
            step(&menu, step_to);
        }
    };
    let toggled = move |event: leptos::ev::Event| {
        let state = js_sys::Reflect::get(&event, &"newState".into()).ok().and_then(|state| state.as_string());
        if state.as_deref() == Some("closed") {
            on_close();
        }
    };
    view! {
        <div
            node_ref=node
            class="menu"
            popover="auto"
            role="menu"
            aria-label=label
            on:keydown=keys
            on:toggle=toggled
        >
            {children()}
        </div>
    }
}

/// Below the anchor, or above where there is more room; never over an edge.
fn place(menu: &HtmlElement, Anchor(left, top, right, bottom): Anchor) {
    let size = menu.get_bounding_client_rect();
    let inner = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default();
    let (width, height) = (inner(window().inner_width()), inner(window().inner_height()));
    let below = bottom + 4.0;
    let y = if below + size.height() + EDGE > height { (top - 4.0 - size.height()).max(EDGE) } else { below };
    let aligned_to_end = left + size.width() + EDGE > width;
    let x = if aligned_to_end { right - size.width() } else { left };
    let x = x.min(width - size.width() - EDGE).max(EDGE);
    for (name, value) in [("left", x), ("top", y)] {
        let _ = menu.style().set_property(name, &format!("{value}px"));
    }
}

enum Step {
    First,
    Last,
    By(i32),
}

/// Moves the focus among the items.
fn step(menu: &Element, step: Step) {
    let Ok(items) = menu.query_selector_all("button") else { return };
    let count = items.length();
    let active = document().active_element();
    let here = (0..count)
        .find(|i| items.get(*i).as_ref().map(AsRef::as_ref) == active.as_ref().map(AsRef::<web_sys::Node>::as_ref));
    let to = match (step, here) {
        (Step::First, _) | (Step::By(1..), None) => 0,
        (Step::Last, _) | (Step::By(_), None) => count.saturating_sub(1),
        (Step::By(by), Some(here)) => (here + count).wrapping_add_signed(by) % count.max(1),
    };
    if let Some(item) = items.get(to).and_then(|item| item.dyn_into::<HtmlElement>().ok()) {
        let _ = item.focus();
    }
}
