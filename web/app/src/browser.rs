//! The few things the page asks of the browser besides drawing: focus, downloads, local settings.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

/// Puts the focus on the element with this id: at once when it is there, so that no key is lost, else once it is drawn.
pub fn focus(id: &'static str) {
    match element(id) {
        Some(element) => drop(element.focus()),
        None => request_animation_frame(move || {
            if let Some(element) = element(id) {
                let _ = element.focus();
            }
        }),
    }
}

/// Puts the focus on the first field that something is wrong with, once it is marked.
pub fn focus_invalid() {
    request_animation_frame(|| {
        let found = document().query_selector("[aria-invalid=true]").ok().flatten();
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}

/// Whether anything has the focus.
pub fn has_focus() -> bool {
    document().active_element().is_some_and(|active| active.tag_name() != "BODY")
}

/// Whether the focus is in the same part of the page as the element with this id.
pub fn is_beside(id: &str) -> bool {
    let part = || element(id)?.closest("section").ok()?;
    part().is_some_and(|part| part.contains(document().active_element().as_deref()))
}

/// The element with this id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Whether keys go into a text at the moment.
pub fn is_typing() -> bool {
    let Some(active) = document().active_element() else { return false };
    let name = active.tag_name();
    let text = name == "TEXTAREA" || name == "SELECT" || active.has_attribute("contenteditable");
    text || active
        .dyn_ref::<web_sys::HtmlInputElement>()
        .is_some_and(|input| !matches!(input.type_().as_str(), "checkbox" | "radio" | "button" | "file"))
}

/// Whether a dialog or a menu lies above the page.
pub fn is_covered() -> bool {
    document().query_selector("dialog[open], :popover-open").ok().flatten().is_some()
}

/// Lets the person save bytes as a file.
pub fn download(name: &str, kind: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let url = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: web_sys::HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has taken the address by then; a minute is more than it needs.
    set_timeout(move || drop(web_sys::Url::revoke_object_url(&url)), std::time::Duration::from_secs(60));
    Ok(())
}

/// An address that is the bytes themselves, for what is shown without asking anybody for it.
pub fn data_address(kind: &str, bytes: &[u8]) -> Option<String> {
    // One letter a byte.
    let letters: String = bytes.iter().copied().map(char::from).collect();
    Some(format!("data:{kind};base64,{}", window().btoa(&letters).ok()?))
}

/// Where the page is served, as its addresses begin: `https://people.acme.example`.
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Prints the page; styles say what of it.
pub fn print() {
    let _ = window().print();
}

/// Puts a text where it can be pasted from. No when the browser does not let us.
pub async fn copy(text: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    // Outside of https there is none.
    if clipboard.is_undefined() {
        return false;
    }
    wasm_bindgen_futures::JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// A setting of this device.
pub fn setting(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(name).ok()?
}

/// Keeps a setting of this device, or forgets it. Where the browser keeps nothing, it holds until the reload.
pub fn keep_setting(name: &str, value: Option<&str>) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = match value {
            Some(value) => storage.set_item(name, value),
            None => storage.remove_item(name),
        };
    }
}

/// Whether the keyboard of this device has a key ⌘ for shortcuts.
pub fn has_command_key() -> bool {
    window().navigator().platform().is_ok_and(|platform| {
        let platform = platform.to_ascii_lowercase();
        platform.starts_with("mac") || platform.starts_with("ip")
    })
}

/// Tells `boot.js` something.
pub fn tell(event: &str) {
    if let Ok(event) = web_sys::Event::new(event) {
        let _ = window().dispatch_event(&event);
    }
}

/// What stands behind the `#` of the address, which no server is told.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default().trim_start_matches('#').to_owned()
}

/// The country that the browser's language names, such as `GB`.
pub fn region() -> Option<String> {
    let tag = window().navigator().language()?;
    tag.split('-').skip(1).find(|part| part.len() == 2).map(str::to_ascii_uppercase)
}

/// Whether the address names no place in the page.
pub fn is_at_root() -> bool {
    window().location().pathname().is_ok_and(|path| path == "/")
}
