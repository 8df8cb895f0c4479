//! The whole page: which screen is shown, and what every screen shares.

use crate::{
    form::leave::ask_to_leave,
    language::{Chosen, t},
    later::{Apart, later},
    router::Route,
    screen::{self, cut},
    shell,
    state::{self, Stage},
    ui::{empty::EmptyState, icon::Icon, toast::ToastArea},
};
use leptos::prelude::*;
use rollcall_core::{
    api::{MailedPage, Session},
    id::TenantId,
};

/// What fills the window.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Screen {
    Mailed(MailedPage, String),
    Forgot,
    SetUp,
    Opening,
    SignIn,
    Choose(Session),
    Nowhere(Session),
    Shell(TenantId),
    Broken(String),
}

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let app = state::App::start();
    provide_context(app);
    let language = Chosen::start();
    provide_context(language);
    provide_context(Apart {
        palette: cut::PALETTE,
        shortcuts: cut::SHORTCUTS,
        invite: cut::INVITE,
        user_dialogs: cut::USER_DIALOGS,
        results: cut::RESULTS,
        welcome: cut::WELCOME,
        save_view: cut::SAVE_VIEW,
        views: cut::VIEWS,
    });
    cut::fetch_ahead();
    let screen = Memo::new(move |_| match (app.router.get(), app.stage.get()) {
        (Route::Mailed(page, token), _) => Screen::Mailed(page, token),
        (Route::Forgot, _) => Screen::Forgot,
        (Route::SetUp, _) => Screen::SetUp,
        (_, Stage::Opening) => Screen::Opening,
        (_, Stage::SignIn) if app.is_not_set_up() => Screen::SetUp,
        (_, Stage::SignIn) => Screen::SignIn,
        (_, Stage::Choose(session)) => Screen::Choose(session),
        (_, Stage::Nowhere(session)) => Screen::Nowhere(session),
        (_, Stage::Open(_, place)) => Screen::Shell(place.tenant),
        (_, Stage::Broken(sentence)) => Screen::Broken(sentence),
    });
    let draw = move |screen: Screen| match screen {
        Screen::Mailed(MailedPage::Invitation, token) => later(cut::ACCEPT, token),
        Screen::Mailed(MailedPage::Password, token) => later(cut::PASSWORD, token),
        Screen::Mailed(MailedPage::Address, token) => later(cut::ADDRESS, token),
        Screen::Forgot => later(cut::FORGOT, String::new()),
        Screen::SetUp => later(cut::SET_UP, String::new()),
        Screen::Opening => {
            view! { <div class="opening"><span class="spinner" role="status" aria-label=t!(opening)></span></div> }
                .into_any()
        }
        Screen::SignIn => view! { <screen::sign_in::SignIn /> }.into_any(),
        Screen::Choose(_) | Screen::Nowhere(_) => later(cut::CHOOSE, String::new()),
        Screen::Shell(_) => view! { <shell::Shell /> }.into_any(),
        Screen::Broken(sentence) => {
            view! { <main><EmptyState sign=Icon::Alert title=t!(could_not_open) sentence=sentence /></main> }.into_any()
        }
    };
    view! {
        {move || {
            let screen = screen.get();
            if matches!(screen, Screen::Shell(_)) {
                // Neither looking at another page nor another language loses an import.
                provide_context(screen::import::Works::new(app));
            }
            move || {
                // Another language: every screen is drawn again.
                language.tag();
                draw(screen.clone())
            }
        }}
        {ask_to_leave(app.unsaved)}
        <ToastArea toasts=app.toasts />
    }
}
