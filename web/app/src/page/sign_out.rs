//! Sign out: the device forgets the directory. Work that has not reached the server is named before it would be lost.

use crate::{part::dialog::Confirm, state::app, text};
use leptos::{prelude::*, task::spawn_local};

/// Asks before signing out.
#[component]
pub fn SignOut(on_close: impl Fn() + Clone + Send + Sync + 'static) -> impl IntoView {
    let app = app();
    let busy = RwSignal::new(false);
    let status = untrack(|| app.status());
    let (pending, refused) = status.map_or((0, 0), |status| (status.pending, status.inbox));
    let mut consequences = vec!["The directory is deleted from this device.".to_owned()];
    if pending > 0 {
        let changes = text::counted(pending, "change has", "changes have");
        consequences.push(format!("{changes} not reached the server and will be lost."));
    }
    if refused > 0 {
        consequences.push(format!(
            "{} in your inbox will be lost.",
            text::counted(refused, "refused change", "refused changes")
        ));
    }
    let loses = pending + refused > 0;
    let yes = move || {
        busy.set(true);
        spawn_local(async move {
            if let Err(sentence) = app.sign_out(loses).await {
                busy.set(false);
                app.toasts.warn(sentence);
            }
        });
    };
    view! {
        <Confirm
            title="Sign out?"
            question=if loses { "Some of your work would be lost." } else { "You can sign in again whenever you are online." }
            consequences=consequences
            yes=if loses { "Sign out and lose it" } else { "Sign out" }
            busy=busy
            on_yes=yes
            on_close=on_close
        />
    }
}
