//! The language of the page: one file, which `boot.js` has loaded before the page starts, and another when another is
//! chosen. `t!` says a message in it.

mod rules;

use crate::browser;
use leptos::{prelude::*, task::spawn_local};
use rollcall_view::speech::{self, Spoken as _};
use rules::Spoken;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

pub use rollcall_view::{
    speech::{list, moment, number, say, tag},
    t,
};

/// Where the device keeps what was spoken last; `boot.js` reads it.
const SETTING: &str = "rollcall-language";

/// The language in use; what is redrawn after it changes is drawn in the new one.
#[derive(Clone, Copy)]
pub struct Chosen(RwSignal<String>);

impl Chosen {
    /// Begins with the language that `boot.js` loaded.
    pub fn start() -> Self {
        if let Some(spoken) = Spoken::read(&js_sys::Uint8Array::new(&boot("words")).to_vec()) {
            speech::speak(Rc::new(spoken));
        }
        let chosen = Self(RwSignal::new(tag()));
        mark_document();
        chosen
    }

    /// The tag of the language; tracked.
    pub fn tag(self) -> String {
        self.0.get()
    }

    /// Speaks the first of some languages that the page has, from now on and when it is opened next on this device. What
    /// can't be loaded changes nothing.
    pub fn speak(self, wished: Vec<String>) {
        spawn_local(async move {
            let Some(spoken) = load(&wished).await else { return };
            browser::keep_setting(SETTING, Some(spoken.language().tag()));
            if spoken.language().tag() != self.0.get_untracked() {
                speech::speak(Rc::new(spoken));
                mark_document();
                self.0.set(tag());
            }
        });
    }
}

/// What `boot.js` knows: the languages of this version, and the bytes of the one that it loaded first.
fn boot(name: &str) -> JsValue {
    let rollcall = js_sys::Reflect::get(&window(), &"rollcall".into()).unwrap_or_default();
    js_sys::Reflect::get(&rollcall, &name.into()).unwrap_or_default()
}

async fn load(wished: &[String]) -> Option<Spoken> {
    let wished: js_sys::Array = wished.iter().map(|tag| JsValue::from(tag.as_str())).collect();
    let load: js_sys::Function = boot("load").dyn_into().ok()?;
    let promise: js_sys::Promise = load.call1(&JsValue::UNDEFINED, &wished).ok()?.dyn_into().ok()?;
    let bytes = wasm_bindgen_futures::JsFuture::from(promise).await.ok()?;
    Spoken::read(&js_sys::Uint8Array::new(&bytes).to_vec())
}

/// Tells the browser and screen readers what language this is and where its lines begin.
fn mark_document() {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", &tag());
        let _ = root.set_attribute("dir", speech::direction());
    }
}

/// The tags of the languages that can be chosen.
pub fn known() -> Vec<String> {
    let known: js_sys::Array = boot("known").dyn_into().unwrap_or_default();
    known.iter().filter_map(|tag| tag.as_string()).collect()
}

/// What a language calls itself, such as "Deutsch".
pub fn own_name(tag: &str) -> String {
    name_of(tag, "language", tag)
}

/// What the language of the page calls a country.
pub fn region_name(code: &str) -> String {
    name_of(code, "region", &tag())
}

fn name_of(code: &str, kind: &str, tag: &str) -> String {
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &"type".into(), &kind.into());
    let names = js_sys::Intl::DisplayNames::new(&js_sys::Array::of1(&tag.into()), &options);
    names.of(code).map_or_else(|| code.to_owned(), String::from)
}
