//! The language of the page: `boot.js` has loaded what is said from the start; the rest comes with whatever is shown later
//! ([`whole`]), and all of another language when another is chosen. `t!` says a message in it.

mod rules;

use crate::browser;
use leptos::{prelude::*, task::spawn_local};
use rollcall_view::speech::{self, Spoken as _};
use rollcall_words::{FINGERPRINT, Language};
use rules::Spoken;
use std::{cell::Cell, future::Future, rc::Rc};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

pub use rollcall_view::{
    speech::{list, moment, number, say, tag},
    t,
};

/// Where the device keeps what was spoken last; `boot.js` reads it.
const SETTING: &str = "rollcall-language";

thread_local! {
    /// Whether all of the language is here.
    static WHOLE: Cell<bool> = const { Cell::new(false) };
    /// What draws anew what was drawn while a part of the language lacked.
    static REDRAWN: Cell<Option<RwSignal<String>>> = const { Cell::new(None) };
}

/// The language in use; what is redrawn after it changes is drawn in the new one.
#[derive(Clone, Copy)]
pub struct Chosen(RwSignal<String>);

impl Chosen {
    /// Begins with the language that `boot.js` loaded.
    pub fn start() -> Self {
        if let Ok(first) = Language::read(&js_sys::Uint8Array::new(&boot("words")).to_vec(), FINGERPRINT) {
            speech::speak(Rc::new(Spoken::new(first)));
        }
        let chosen = Self(RwSignal::new(tag()));
        REDRAWN.set(Some(chosen.0));
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
        let wished: js_sys::Array = wished.iter().map(|tag| JsValue::from(tag.as_str())).collect();
        let Some(first) = call("first", &wished).and_then(|first| first.as_string()) else { return };
        if first == tag() {
            return browser::keep_setting(SETTING, Some(&first));
        }
        let asked = ask(&first);
        spawn_local(async move {
            let Some(spoken) = read(asked).await else { return };
            browser::keep_setting(SETTING, Some(&first));
            if spoken.language().tag() != tag() {
                take_up(spoken);
                mark_document();
                self.0.set(tag());
            }
        });
    }
}

/// Asks for all that the page can say, and waits until it is here; whether it is.
pub fn whole() -> impl Future<Output = bool> {
    let asked = (!WHOLE.get()).then(|| ask(&tag()));
    async {
        let Some(asked) = asked else { return true };
        let Some(spoken) = read(asked).await else { return false };
        // Another language may have come meanwhile, which is whole already.
        if spoken.language().tag() == tag() {
            take_up(spoken);
        }
        true
    }
}

fn take_up(whole: Spoken) {
    speech::speak(Rc::new(whole));
    WHOLE.set(true);
}

/// What is drawn says something of the part that comes later, though nothing waited for it: a mistake of ours, which costs the
/// person a moment and no words.
fn fetch_lacking() {
    leptos::logging::error!("rollcall-words-lacking");
    spawn_local(async {
        if whole().await
            && let Some(redrawn) = REDRAWN.get()
        {
            redrawn.notify();
        }
    });
}

/// What `boot.js` knows: the languages of this version, and the bytes of what is said from the start.
fn boot(name: &str) -> JsValue {
    let rollcall = js_sys::Reflect::get(&window(), &"rollcall".into()).unwrap_or_default();
    js_sys::Reflect::get(&rollcall, &name.into()).unwrap_or_default()
}

fn call(name: &str, of: &JsValue) -> Option<JsValue> {
    boot(name).dyn_into::<js_sys::Function>().ok()?.call1(&JsValue::UNDEFINED, of).ok()
}

/// Asks for the parts of a language at once, before anybody waits for them.
fn ask(tag: &str) -> Option<JsFuture> {
    let promise: js_sys::Promise = call("whole", &tag.into())?.dyn_into().ok()?;
    Some(promise.into())
}

/// The language whose parts were asked for.
async fn read(parts: Option<JsFuture>) -> Option<Spoken> {
    let parts: js_sys::Array = parts?.await.ok()?.dyn_into().ok()?;
    let parts = parts.iter().map(|part| Language::read(&js_sys::Uint8Array::new(&part).to_vec(), FINGERPRINT).ok());
    parts.reduce(|whole, part| Some(whole?.with(part?)))?.map(Spoken::new)
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

/// The time zone of this device.
pub fn time_zone() -> String {
    let options = js_sys::Intl::DateTimeFormat::new(&js_sys::Array::new(), &js_sys::Object::new()).resolved_options();
    let zone = js_sys::Reflect::get(&options, &"timeZone".into());
    zone.ok().and_then(|zone| zone.as_string()).unwrap_or_else(|| "UTC".to_owned())
}

/// A text with its accents apart from their letters.
pub fn apart(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFKD").into()
}

fn name_of(code: &str, kind: &str, tag: &str) -> String {
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &"type".into(), &kind.into());
    let names = js_sys::Intl::DisplayNames::new(&js_sys::Array::of1(&tag.into()), &options);
    names.of(code).map_or_else(|| code.to_owned(), String::from)
}
