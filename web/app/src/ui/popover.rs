//! What opens above the page beside what opened it, on a native popover: Esc and a click elsewhere close it, and the focus
//! goes back to where it was.

use super::focus::Opener;
use leptos::{ev::KeyboardEvent, html, prelude::*};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

/// How far a popover stays from the edges of the window, in pixels.
const EDGE: f64 = 8.0;

/// Where a popover is anchored: the rectangle of what opened it, as left, top, right, bottom in pixels.
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

/// A popover that is open for as long as it is drawn; `on_close` must end that. The first thing in it that can be used has
/// the focus.
#[component]
pub fn Popover(
    anchor: Anchor,
    #[prop(into)] label: String,
    /// `menu`, or `dialog` for a small form.
    role: &'static str,
    node: NodeRef<html::Div>,
    on_close: impl Fn() + 'static,
    #[prop(optional, into)] on_keydown: Option<Callback<KeyboardEvent>>,
    children: Children,
) -> impl IntoView {
    let opener = Opener::now();
    Effect::new(move |_| {
        let Some(popover) = node.get() else { return };
        // The popover functions are younger than the bindings for them.
        let show = js_sys::Reflect::get(&popover, &"showPopover".into()).unwrap_or(JsValue::UNDEFINED);
        if let Ok(show) = show.dyn_into::<js_sys::Function>() {
            let _ = show.call0(&popover);
        }
        place(&popover, anchor);
        let first = popover.query_selector("button, select, input").ok().flatten();
        if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
            let _ = first.focus();
        }
    });
    on_cleanup(move || opener.give_back());
    let toggled = move |event: leptos::ev::Event| {
        let state = js_sys::Reflect::get(&event, &"newState".into()).ok().and_then(|state| state.as_string());
        if state.as_deref() == Some("closed") {
            on_close();
        }
    };
    view! {
        <div
            node_ref=node
            class=if role == "menu" { "menu" } else { "panel" }
            popover="auto"
            role=role
            aria-label=label
            on:keydown=move |event| {
                if let Some(on_keydown) = on_keydown {
                    on_keydown.run(event);
                }
            }
            on:toggle=toggled
        >
            {children()}
        </div>
    }
}

/// A length for a style, in whole pixels: what writes fractions weighs more than this file.
#[expect(clippy::cast_possible_truncation, reason = "screens end long before i32 does")]
pub fn pixels(length: f64) -> String {
    format!("{}px", length as i32)
}

/// Below the anchor, or above where there is more room; never over an edge.
fn place(popover: &HtmlElement, Anchor(left, top, right, bottom): Anchor) {
    let size = popover.get_bounding_client_rect();
    let inner = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default();
    let (width, height) = (inner(window().inner_width()), inner(window().inner_height()));
    let below = bottom + 4.0;
    let y = if below + size.height() + EDGE > height { (top - 4.0 - size.height()).max(EDGE) } else { below };
    let (at_left, at_right) = (left, right - size.width());
    let x = if document().document_element().is_some_and(|root| root.matches(":dir(rtl)").unwrap_or_default()) {
        if at_right < EDGE { at_left } else { at_right }
    } else if at_left + size.width() + EDGE > width {
        at_right
    } else {
        at_left
    };
    let x = x.min(width - size.width() - EDGE).max(EDGE);
    for (name, value) in [("left", x), ("top", y)] {
        let _ = popover.style().set_property(name, &pixels(value));
    }
}
