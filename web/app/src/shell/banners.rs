//! What everybody must know, whatever the screen.

use crate::{
    browser,
    language::t,
    screen::inbox::save_offer,
    state::app,
    text,
    ui::{banner::Banner, button::Button, icon::Icon},
};
use leptos::prelude::*;
use rollcall_client::{Link as Connection, Saving};

/// The banners.
#[component]
pub fn Banners() -> impl IntoView {
    let app = app();
    let status = Memo::new(move |_| app.status().map(|status| (status.link, status.saving)));
    let reload = || {
        let _ = window().location().reload();
    };
    view! {
        {move || {
            app.update
                .get()
                .then(|| {
                    view! {
                        <Banner tone="accent" sign=Icon::Refresh>
                            <p>{t!(update_ready)}</p>
                            <Button label=t!(reload) kind="small" on_click=Callback::new(|_| browser::tell("rollcall-reload")) />
                        </Banner>
                    }
                })
        }}
        {move || {
            let (link, saving) = status.get()?;
            if let Saving::NotSaved(reason) = saving {
                return Some(
                    view! {
                        <Banner tone="bad" sign=Icon::Alert>
                            <p><strong>{t!(not_being_saved)}</strong> " " {text::not_kept(&reason)}</p>
                            {save_offer(app)}
                        </Banner>
                    }
                        .into_any(),
                );
            }
            match link {
                Connection::Intercepted => {
                    Some(
                        view! {
                            <Banner tone="warn" sign=Icon::CloudOff>
                                <p>{t!(network_in_the_way)}</p>
                                <Button label=t!(try_again) kind="small" on_click=Callback::new(move |_| app.sync_now()) />
                            </Banner>
                        }
                            .into_any(),
                    )
                }
                Connection::SignedOut => {
                    Some(
                        view! {
                            <Banner tone="warn" sign=Icon::Alert>
                                <p>{t!(session_over)}</p>
                                <Button label=t!(sign_in) kind="small" on_click=Callback::new(move |_| app.sign_in_again.set(true)) />
                            </Banner>
                        }
                            .into_any(),
                    )
                }
                Connection::Forbidden(why) => {
                    Some(
                        view! {
                            <Banner tone="bad" sign=Icon::Alert>
                                <p>{text::problem(&why)}</p>
                                {save_offer(app)}
                            </Banner>
                        }
                            .into_any(),
                    )
                }
                Connection::TooOld => {
                    Some(
                        view! {
                            <Banner tone="warn" sign=Icon::Refresh>
                                <p>{t!(page_too_old)}</p>
                                {save_offer(app)}
                                <Button label=t!(reload) kind="small" on_click=Callback::new(move |_| reload()) />
                            </Banner>
                        }
                            .into_any(),
                    )
                }
                _ => None,
            }
        }}
    }
}
