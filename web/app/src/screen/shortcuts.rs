//! All shortcuts, as they are declared: in the sheet that opens by "?", and on the page about this page.

use crate::{
    browser,
    language::{say, t},
};
use leptos::prelude::*;
use rollcall_view::shortcuts::{Cap, Place, Shortcut};

/// The contents of the sheet.
#[component]
pub fn Sheet() -> impl IntoView {
    view! { <div class="body shortcuts" tabindex="0">{all()}</div> }
}

/// All of them, in groups.
pub fn all() -> AnyView {
    let line = |shortcut: Shortcut| {
        let way = |caps: &&[Cap]| {
            let caps = caps.iter().map(|cap| view! { <kbd>{called(*cap)}</kbd> " " }).collect_view();
            view! { <span class="way">{caps}</span> }
        };
        let ways = shortcut.caps().iter().map(way).collect_view();
        view! { <div><dt>{say(&shortcut.does())}</dt><dd>{ways}</dd></div> }
    };
    let place = |place: Place| {
        view! {
            <section class="keys">
                <h3>{say(&place.name())}</h3>
                <dl>{place.shortcuts().map(line).collect_view()}</dl>
            </section>
        }
    };
    Place::ALL.map(place).into_iter().collect_view().into_any()
}

/// What stands on a key.
fn called(cap: Cap) -> String {
    match cap {
        Cap::Sign(sign) => sign.to_owned(),
        Cap::Command if browser::has_command_key() => "⌘".to_owned(),
        Cap::Command => t!(key_control),
        cap => cap.name().map(|name| say(&name)).unwrap_or_default(),
    }
}
