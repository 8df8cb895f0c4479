//! A menu: a popover whose items are buttons, and arrows move among them.

pub use super::popover::Anchor;
use super::{
    icon::{Icon, icon},
    popover::Popover,
};
use leptos::{ev::KeyboardEvent, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A menu that is open for as long as it is drawn; `on_close` must end that. Its items are buttons.
#[component]
pub fn Menu(
    anchor: Anchor,
    #[prop(into)] label: String,
    on_close: impl Fn() + 'static,
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
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
    view! {
        <Popover anchor=anchor label=label role="menu" node=node on_close=on_close on_keydown=Callback::new(keys)>
            {children()}
        </Popover>
    }
}

/// One of several items of which one is chosen.
pub fn radio_item(sign: Option<Icon>, label: AnyView, chosen: bool, on_choose: Callback<()>) -> AnyView {
    view! {
        <button
            type="button"
            role="menuitemradio"
            aria-checked=if chosen { "true" } else { "false" }
            on:click=move |_| on_choose.run(())
        >
            {sign.map(icon)}
            {label}
            {chosen.then(|| view! { <span class="mark">{icon(Icon::Check)}</span> })}
        </button>
    }
    .into_any()
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
