//! What stands for a person, a team or an organisation: its picture, or its initials on a colour that is always the same for the same
//! one.

use leptos::prelude::*;
use rollcall_view::avatar::{hue, initials};

/// An avatar. The colour comes from `seed`, so a renamed user keeps it.
pub fn avatar(name: &str, seed: u128, kind: &'static str) -> impl IntoView + use<> {
    let hue = hue(seed).to_string();
    view! { <span class=format!("avatar {kind}") aria-hidden="true" style:--hue=hue>{initials(name)}</span> }
}

/// The same with the picture at this address, where there is one.
pub fn pictured(picture: Option<String>, name: &str, seed: u128, kind: &'static str) -> AnyView {
    match picture {
        Some(picture) => view! { <img class=format!("avatar {kind}") src=picture alt="" /> }.into_any(),
        None => avatar(name, seed, kind).into_any(),
    }
}
