//! What is shown in place of the directory when this device has had no contact with the server for longer than the
//! organisation allows. Unsynced work is kept, and can be saved.

use crate::{
    app,
    page::inbox::save_offer,
    part::{button::Button, empty::EmptyState, icon::Icon},
    state::app,
    text,
};
use leptos::prelude::*;

/// The page.
#[component]
pub fn Expired() -> impl IntoView {
    let app = app();
    app::title("Go online first");
    let since = move || {
        let synced = app.status().and_then(|status| status.synced);
        let now = app.ask(|_, now| now);
        let last =
            synced.zip(now).map(|(synced, now)| format!(" The last contact was {}.", text::time::ago(synced, now)));
        format!(
            "This device has been without contact with the server for longer than your organisation allows, so the \
             directory is not shown.{} Your unsynced work is kept.",
            last.unwrap_or_default()
        )
    };
    view! {
        {move || {
            view! {
                <EmptyState sign=Icon::CloudOff title="Go online first" sentence=since()>
                    <Button label="Try again" kind="primary" on_click=Callback::new(move |_| app.sync_now()) />
                    {save_offer(app)}
                </EmptyState>
            }
        }}
    }
}
