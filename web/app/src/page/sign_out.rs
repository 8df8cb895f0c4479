//! Sign out: the device forgets the account's directories. Work that has not reached the server, in whichever organisation,
//! is named before it would be lost.

use crate::{part::dialog::Confirm, state::app, text};
use leptos::{prelude::*, task::spawn_local};

/// Asks before signing out.
#[component]
pub fn SignOut(on_close: impl Fn() + Clone + Send + Sync + 'static) -> impl IntoView {
    let app = app();
    let busy = RwSignal::new(true);
    // Changes that have not reached the server, and changes that came back refused: first those of the organisation that is
    // open, then, once they are counted, those of all that were opened here.
    let lost = RwSignal::new(untrack(|| app.status()).map_or((0, 0), |status| (status.pending, status.inbox)));
    spawn_local(async move {
        match app.unsynced().await {
            Ok(all) => drop(lost.try_set(all)),
            Err(sentence) => app.toasts.warn(sentence),
        }
        busy.try_set(false);
    });
    let lost_now = Memo::new(move |_| lost.get());
    let loses = Memo::new(move |_| lost.with(|(pending, refused)| pending + refused > 0));
    let yes = move || {
        busy.set(true);
        spawn_local(async move {
            if let Err(sentence) = app.sign_out(loses.get_untracked()).await {
                busy.set(false);
                app.toasts.warn(sentence);
            }
        });
    };
    move || {
        let (pending, refused) = lost_now.get();
        let mut consequences =
            vec!["The directories of all your organisations are deleted from this device.".to_owned()];
        if pending > 0 {
            let changes = text::counted(pending, "change has", "changes have");
            consequences.push(format!("{changes} not reached the server and will be lost."));
        }
        if refused > 0 {
            let changes = text::counted(refused, "refused change", "refused changes");
            consequences.push(format!("{changes} in your inbox will be lost."));
        }
        let (question, label) = match loses.get() {
            true => ("Some of your work would be lost.", "Sign out and lose it"),
            false => ("You can sign in again whenever you are online.", "Sign out"),
        };
        view! {
            <Confirm
                title="Sign out?"
                question=question
                consequences=consequences
                yes=label
                busy=busy
                on_yes=yes
                on_close=on_close.clone()
            />
        }
    }
}
