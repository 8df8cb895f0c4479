//! What only the server knows: asked for when it is shown, with a sign while it is on its way, and what failed with a way
//! to ask again. It asks again by itself when the server answers again.

use super::{banner::Banner, button::Button, icon::Icon};
use crate::language::t;
use crate::{state::app, text};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::ApiError;
use std::future::Future;

/// Something that only the server knows. A handle: copies are the same.
pub struct Remote<T: Send + Sync + 'static> {
    /// What the server said last.
    pub value: RwSignal<Option<T>>,
    failed: RwSignal<Option<ApiError>>,
    ask: Callback<()>,
}

impl<T: Send + Sync + 'static> Clone for Remote<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Remote<T> {}

impl<T: Clone + Send + Sync + 'static> Remote<T> {
    /// Asks now.
    pub fn new<F>(question: impl Fn() -> F + Clone + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<T, ApiError>> + 'static,
    {
        let (value, failed) = (RwSignal::new(None), RwSignal::new(None));
        let ask = Callback::new(move |()| {
            let question = question.clone();
            spawn_local(async move {
                // Whoever went on to another page meanwhile needs no answer.
                match question().await {
                    Ok(answer) => {
                        failed.try_set(None);
                        value.try_set(Some(answer));
                    }
                    Err(error) => drop(failed.try_set(Some(error))),
                }
            });
        });
        let remote = Self { value, failed, ask };
        let app = app();
        let online = Memo::new(move |_| app.is_online());
        Effect::new(move |before: Option<bool>| {
            let online = online.get();
            if before.is_none() || (online && failed.with_untracked(Option::is_some)) {
                ask.run(());
            }
            online
        });
        remote
    }

    /// Asks again.
    pub fn ask(self) {
        self.ask.run(());
    }

    /// Draws it, or why it is not there.
    pub fn view<V: IntoView + 'static>(self, draw: impl Fn(T) -> V + Send + Sync + 'static) -> impl IntoView {
        let failure = move || {
            self.failed.get().map(|error| {
                let (tone, sign, said) = match error {
                    ApiError::Offline => ("warn", Icon::CloudOff, t!(needs_server)),
                    other @ ApiError::Intercepted => ("warn", Icon::CloudOff, text::api_error(&other)),
                    other => ("bad", Icon::Alert, text::api_error(&other)),
                };
                view! {
                    <Banner tone=tone sign=sign>
                        <p>{said}</p>
                        <Button label=t!(try_again) kind="small" on_click=Callback::new(move |_| self.ask()) />
                    </Banner>
                }
            })
        };
        view! {
            {failure}
            {move || match self.value.get() {
                Some(value) => draw(value).into_any(),
                None if self.failed.with(Option::is_some) => ().into_any(),
                None => {
                    view! { <p class="opening"><span class="spinner" role="status" aria-label=t!(loading)></span></p> }
                        .into_any()
                }
            }}
        }
    }
}
