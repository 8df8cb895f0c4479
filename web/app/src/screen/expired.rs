//! What is shown in place of the directory when this device has had no contact with the server for longer than the
//! organisation allows. Unsynced work is kept, and can be saved.

use crate::{
    language::t,
    screen::inbox::save_offer,
    state::app,
    title,
    ui::{button::Button, empty::EmptyState, icon::Icon},
};
use leptos::prelude::*;
use rollcall_words::Arg;

/// The page.
#[component]
pub fn Expired() -> impl IntoView {
    let app = app();
    title::set(t!(expired_title));
    let since = move || match app.status().and_then(|status| status.synced) {
        Some(synced) => t!(expired_since, synced = Arg::Moment(synced.0)),
        None => t!(expired_sentence),
    };
    view! {
        {move || {
            view! {
                <EmptyState sign=Icon::CloudOff title=t!(expired_title) sentence=since()>
                    <Button label=t!(try_again) kind="primary" on_click=Callback::new(move |_| app.sync_now()) />
                    {save_offer(app)}
                </EmptyState>
            }
        }}
    }
}
