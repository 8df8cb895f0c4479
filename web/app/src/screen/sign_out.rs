//! Sign out: the device forgets the account's directories. Work that has not reached the server, in whichever organisation,
//! is named before it would be lost.

use crate::{language::t, state::app, ui::dialog::Confirm};
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
