//! What opens above the page gives the focus back to what opened it, or to what that was in when it is gone by then.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The element that was focused, and all that contained it.
#[derive(Clone, Copy)]
pub struct Opener(StoredValue<Vec<Element>, LocalStorage>);

impl Opener {
    /// What has the focus now. A row of a list is drawn again whenever something of it changes, and would take the focus with
    /// it: the list itself stands for what is in its rows.
    pub fn now() -> Self {
        let mut chain: Vec<Element> =
            std::iter::successors(document().active_element(), |element| element.parent_element()).collect();
        if let Some(row) = chain.iter().position(|element| element.class_list().contains("slot")) {
            chain.drain(..=row);
        }
        Self(StoredValue::new_local(chain))
    }

    /// Gives the focus back at once.
    pub fn give_back(self) {
        give(self.chain());
    }

    /// Gives the focus back once a dialog is off the page: while it is there, nothing beside it can have the focus. What has
    /// the focus by then keeps it.
    pub fn give_back_later(self) {
        let chain = self.chain();
        queue_microtask(move || {
            if document().active_element() == document().body().map(Element::from) {
                give(chain);
            }
        });
    }

    fn chain(self) -> Vec<Element> {
        self.0.try_get_value().unwrap_or_default()
    }
}

/// The focus for the first of these that is still there and can have it.
fn give(chain: Vec<Element>) {
    let there = chain.into_iter().filter(|element| element.is_connected());
    for element in there.filter_map(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
        if document().active_element().is_some_and(|active| active == *element) {
            return;
        }
    }
}
