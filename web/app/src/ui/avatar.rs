//! A person's or an organisation's initials on a colour that is always the same for the same one.

use leptos::prelude::*;
use rollcall_view::avatar::{hue, initials};

/// An avatar. The colour comes from `seed`, so a renamed user keeps it.
pub fn avatar(name: &str, seed: u128, kind: &'static str) -> impl IntoView + use<> {
    let hue = hue(seed).to_string();
    view! { <span class=format!("avatar {kind}") aria-hidden="true" style:--hue=hue>{initials(name)}</span> }
}
