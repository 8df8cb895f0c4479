//! The native dialog: it keeps the focus inside, closes with Esc and by a click beside it, and gives the focus back.

use super::{
    button::{Button, IconButton},
    focus::Opener,
    icon::Icon,
};
use crate::language::t;
use leptos::{html, prelude::*};
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// Tells the titles of dialogs apart.
static LAST: AtomicU32 = AtomicU32::new(0);

/// A dialog that is open for as long as it is drawn; `on_close` must end that.
#[component]
pub fn Dialog(
    #[prop(into)] title: Signal<String>,
    #[prop(optional)] narrow: bool,
    on_close: impl Fn() + Clone + Send + 'static,
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    // One may lie above another: each is called by its own title.
    let title_id = format!("dialog-title-{}", LAST.fetch_add(1, Relaxed));
    let opener = Opener::now();
    Effect::new(move |_| {
        if let Some(dialog) = node.get().filter(|dialog| !dialog.open()) {
            // Only an element that is open already or not in the document refuses.
            let _ = dialog.show_modal();
        }
    });
    on_cleanup(move || opener.give_back_later());
    let cancel = on_close.clone();
    let beside = on_close.clone();
    // A press that starts inside and ends beside the dialog selects text; only one that starts beside it closes.
    let press = move |event: leptos::ev::PointerEvent| {
        let here = node.get_untracked().is_some_and(|dialog| {
            let area = dialog.get_bounding_client_rect();
            let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
            x >= area.left() && x <= area.right() && y >= area.top() && y <= area.bottom()
        });
        if !here {
            beside();
        }
    };
    view! {
        <dialog
            node_ref=node
            class="dialog"
            class:narrow=narrow
            aria-labelledby=title_id.clone()
            on:cancel=move |event: leptos::ev::Event| {
                event.prevent_default();
                cancel();
            }
            on:pointerdown=press
        >
            <header>
                <h2 id=title_id.clone() dir="auto">{title}</h2>
                <IconButton label=t!(close) sign=Icon::Close on_click=move |_| on_close() />
            </header>
            {children()}
        </dialog>
    }
}

/// Asks before something is done, and says what it will do.
#[component]
pub fn Confirm(
    #[prop(into)] title: String,
    #[prop(into)] question: String,
    consequences: Vec<String>,
    #[prop(into)] yes: String,
    #[prop(optional, into)] busy: Signal<bool>,
    on_yes: impl Fn() + Send + Sync + 'static,
    on_close: impl Fn() + Clone + Send + Sync + 'static,
) -> impl IntoView {
    let close = on_close.clone();
    let list: Vec<_> = consequences.into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect();
    view! {
        <Dialog title=title narrow=true on_close=on_close>
            <div class="frame">
                <div class="body">
                    <p>{question}</p>
                    {(!list.is_empty()).then(|| view! { <ul class="consequences">{list}</ul> })}
                </div>
                <div class="foot">
                    <Button label=t!(cancel) on_click=Callback::new(move |_| close()) />
                    <Button label=yes kind="danger" busy=busy on_click=Callback::new(move |_| on_yes()) />
                </div>
            </div>
        </Dialog>
    }
}
