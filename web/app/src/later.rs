//! Shows what lies in a file of its own, which is fetched when it is first shown.

use crate::{
    language::{self, t},
    ui::{button::Button, empty::EmptyState, icon::Icon},
};
use leptos::{prelude::*, task::spawn_local};
use std::{future::Future, pin::Pin};
use wasm_split_helpers::SplitLoaderError;

/// Draws a screen; the text is the token of a mailed link, for those screens that have one.
pub type Draw = fn(String) -> AnyView;
/// What draws a screen, once its file is there.
pub type Found = Result<Draw, SplitLoaderError>;
/// A screen in a file of its own.
pub type Later = fn() -> Pin<Box<dyn Future<Output = Found>>>;

/// What parts of the page show that no screen is: they know it by this alone, because what lies in those files knows them.
#[derive(Clone, Copy)]
pub struct Apart {
    pub palette: Later,
    /// The sheet with all shortcuts.
    pub shortcuts: Later,
    /// The form for a new user.
    pub invite: Later,
    /// The dialogs about users of their list.
    pub user_dialogs: Later,
    /// What to do first in a new organisation.
    pub welcome: Later,
    /// Saves a view of a list.
    pub save_view: Later,
    /// For whom something that was done to many was not done.
    pub results: Later,
    /// The saved views of a list.
    pub views: Later,
}

/// Shows the screen as soon as its file is there.
pub fn later(screen: Later, token: String) -> AnyView {
    let found = RwSignal::new(None::<Result<Draw, ()>>);
    let find = move || {
        found.set(None);
        let words = language::whole();
        spawn_local(async move {
            let answer = screen().await.map_err(drop);
            let answer = if words.await { answer } else { Err(()) };
            // Nobody may wait for it any more.
            let _ = found.try_set(Some(answer));
        });
    };
    find();
    let shown = move || match found.get() {
        Some(Ok(draw)) => draw(token.clone()),
        None => view! { <p class="opening"><span class="spinner" role="status" aria-label=t!(loading)></span></p> }
            .into_any(),
        Some(Err(())) => view! {
            <EmptyState sign=Icon::CloudOff title=t!(screen_missing_title) sentence=t!(screen_missing_sentence)>
                <Button label=t!(try_again) kind="primary" on_click=Callback::new(move |_| find()) />
            </EmptyState>
        }
        .into_any(),
    };
    shown.into_any()
}
