//! All that there is about a person, to download: its own, and for those who may have it somebody else's.

use crate::{
    browser,
    language::t,
    state::{Stage, app},
    text,
    ui::{button::Button, icon::Icon},
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::api;
use rollcall_core::id::UserId;

/// The button that downloads it. The server puts it together, so it needs the network.
pub fn download_data(label: String, user: UserId) -> AnyView {
    let app = app();
    let busy = RwSignal::new(false);
    let download = move |_| {
        let Stage::Open(_, place) = app.stage.get_untracked() else { return };
        busy.set(true);
        spawn_local(async move {
            let wrong = match api::person_export(place.tenant, user).await {
                Ok(bytes) => browser::download("rollcall-data.json", "application/json", &bytes)
                    .is_err()
                    .then(|| t!(download_failed)),
                Err(error) => Some(text::api_error(&error)),
            };
            // The page may have been left meanwhile.
            let _ = busy.try_set(false);
            if let Some(wrong) = wrong {
                app.toasts.warn(wrong);
            }
        });
    };
    view! { <Button label=label kind="small" sign=Icon::Download busy=busy on_click=Callback::new(download) /> }
        .into_any()
}
