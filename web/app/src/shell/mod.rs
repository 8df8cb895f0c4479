//! The frame around every screen of an open organisation: who and where, navigation, how the sync stands.

mod banners;
mod navigation;
pub mod palette;
mod switcher;
mod sync_pill;
mod user_menu;

use crate::{
    language::{Chosen, say, t},
    later::{Apart, later},
    router::Route,
    screen::{self, sign_in::SignInAgain, sign_out::SignOut},
    state::{Stage, app},
    title,
    ui::{button::Button, dialog::Dialog, empty::EmptyState, icon::Icon},
};
use banners::Banners;
use leptos::prelude::*;
use navigation::Navigation;
use palette::{Palette, opener};
use rollcall_core::query;
use rollcall_view::Screen;
use switcher::Switcher;
use sync_pill::SyncPill;
use user_menu::UserMenu;

/// The frame, and the page in it.
#[component]
pub fn Shell() -> impl IntoView {
    let app = app();
    let leaving = RwSignal::new(false);
    let palette = Palette::start(leaving);
    provide_context(palette);
    let place = Memo::new(move |_| match app.stage.get() {
        Stage::Open(_, place) => Some(place),
        _ => None,
    });
    // By the screen alone: another user's details on the same list don't redraw the list.
    let here = Memo::new(move |_| {
        let route = app.router.get();
        (route.screen(), route.user_page(), route.team_page())
    });
    // The user's language, then the organisation's; what was spoken before it was known, otherwise.
    let wished = Memo::new(move |_| {
        app.ask(|replica, _| {
            let own = replica.view().user(replica.user()).and_then(|user| user.profile.language.clone());
            let organisation = replica.view().organisation().map(|organisation| organisation.language.clone());
            own.into_iter().chain(organisation).map(|language| language.to_string()).collect::<Vec<_>>()
        })
        .unwrap_or_default()
    });
    let chosen: Chosen = expect_context();
    Effect::new(move |_| {
        let wished = wished.get();
        if !wished.is_empty() {
            // Another language draws everything again: not while somebody types, when it was chosen elsewhere.
            app.unsaved.when_saved(Callback::new(move |()| chosen.speak(wished.clone())));
        }
    });
    // Whoever only looks people up comes in at the directory; an address that was asked for stays.
    Effect::new(move |_| {
        if !app.is_ready() || !app.coming_in.get_value() {
            return;
        }
        app.coming_in.set_value(false);
        let only = app.ask_once(|replica, now| query::looks_up_only(replica.view(), &replica.context(now)));
        if only == Some(true) && app.router.is(|route| *route == Route::HOME) {
            app.router.replace(Route::At(Screen::Directory, None));
        }
    });
    let apart: Apart = expect_context();
    let expired = Memo::new(move |_| app.status().is_some_and(|status| status.expired));
    view! {
        <a class="skip" href="#main">{t!(skip_to_content)}</a>
        <div class="shell">
            <header class="bar">
                {move || place.get().map(|place| view! { <Switcher place=place /> })}
                {opener(palette)}
                <Navigation />
                <div class="bar-foot">
                    <SyncPill />
                    <UserMenu leaving=leaving />
                </div>
            </header>
            <main id="main" tabindex="-1">
                <Banners />
                {move || {
                    let (here, user, team) = here.get();
                    if let Some(here) = here {
                        title::set(say(&(here.declared().title)()));
                    }
                    match (here, user, team) {
                        _ if expired.get() => view! { <screen::expired::Expired /> }.into_any(),
                        (_, Some(user), _) => screen::draw_user(user),
                        (_, _, Some(team)) => screen::draw_team(team),
                        (Some(here), None, None) => screen::draw(here),
                        (None, None, None) => view! { <NotFound /> }.into_any(),
                    }
                }}
            </main>
        </div>
        <Show when=move || app.sign_in_again.get()>
            <SignInAgain />
        </Show>
        {palette.dialogs()}
        <Show when=move || app.failed.with(Option::is_some)>
            <Dialog title=t!(bulk_results_title) narrow=true on_close=move || app.failed.set(None)>
                {later(apart.results, String::new())}
            </Dialog>
        </Show>
        <Show when=move || leaving.get()>
            <SignOut on_close=move || leaving.set(false) />
        </Show>
    }
}

#[component]
fn NotFound() -> impl IntoView {
    let app = app();
    title::set(t!(not_found));
    view! {
        <EmptyState sign=Icon::Search title=t!(not_found_title) sentence=t!(not_found_sentence)>
            <Button label=t!(go_to_users) kind="primary" on_click=Callback::new(move |_| app.router.replace(Route::HOME)) />
        </EmptyState>
    }
}
