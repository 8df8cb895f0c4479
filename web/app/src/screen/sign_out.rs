//! Sign out: the device forgets the account's directories. Work that has not reached the server, in whichever organisation,
//! is named before it would be lost.

use crate::{language::t, state::app, ui::dialog::Confirm};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::Unsynced;

/// Asks before signing out.
#[component]
pub fn SignOut(on_close: impl Fn() + Clone + Send + Sync + 'static) -> impl IntoView {
    let app = app();
    let busy = RwSignal::new(true);
    // Changes that have not reached the server, and changes that came back refused: first those of the organisation that is
    // open, then, once they are counted, those of all that were opened here.
    let open = untrack(|| app.status()).map(|status| Unsynced { outbox: status.pending, inbox: status.inbox });
    let lost = RwSignal::new(open.unwrap_or_default());
    let count = move || async move {
        match app.unsynced().await {
            Ok(all) => drop(lost.try_set(all)),
            Err(sentence) => app.toasts.warn(sentence),
        }
        busy.try_set(false);
    };
    spawn_local(count());
    let lost_now = Memo::new(move |_| lost.get());
    let loses = Memo::new(move |_| lost.get().any());
    let yes = move || {
        busy.set(true);
        spawn_local(async move {
            // So much was said to be lost, and agreed to.
            if let Err(sentence) = app.sign_out(lost.get_untracked()).await {
                app.toasts.warn(sentence);
                count().await;
            }
        });
    };
    move || {
        let Unsynced { outbox: pending, inbox: refused } = lost_now.get();
        let mut consequences = vec![t!(sign_out_deletes)];
        if pending > 0 {
            consequences.push(t!(sign_out_loses_pending, count = pending));
        }
        if refused > 0 {
            consequences.push(t!(sign_out_loses_refused, count = refused));
        }
        let (question, label) = match loses.get() {
            true => (t!(sign_out_losing_question), t!(sign_out_losing)),
            false => (t!(sign_out_question), t!(sign_out)),
        };
        view! {
            <Confirm
                title=t!(sign_out_title)
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
