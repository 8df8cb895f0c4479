//! A banner: something to know about the whole page, with what can be done about it.

use super::icon::{Icon, icon};
use leptos::prelude::*;

/// A banner. Tones: `warn`, `bad`, `good`, `accent`, or nothing for a plain note.
#[component]
pub fn Banner(tone: &'static str, sign: Icon, children: Children) -> impl IntoView {
    let role = if tone == "bad" { "alert" } else { "status" };
    view! { <div class=format!("banner {tone}") role=role>{icon(sign)} {children()}</div> }
}
