//! The frame around every page of an open organisation: who and where, navigation, how the sync stands.

use crate::{
    browser,
    language::{self, Chosen, t},
    route::Route,
    screen::{self, sign_in::SignInAgain, sign_out::SignOut},
    state::{App, Stage, app},
    text,
    ui::{
        avatar::avatar,
        banner::Banner,
        button::Button,
        empty::EmptyState,
        icon::{Icon, icon},
        link::Link,
        menu::{Anchor, Menu},
    },
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::{Link as Connection, Saving};
use rollcall_core::{api::Place, command::EditProfile, model::Profile, query, value::Language};

/// The frame, and the page in it.
#[component]
pub fn Shell() -> impl IntoView {
    let app = app();
    let leaving = RwSignal::new(false);
    let place = Memo::new(move |_| match app.stage.get() {
        Stage::Open(_, place) => Some(place),
        _ => None,
    });
    // The pages by kind: another user's details on the same list don't draw the list anew.
    let kind = Memo::new(move |_| match app.router.get() {
        Route::Users(_) => Route::Users(None),
        other => other,
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
            chosen.speak(wished);
        }
    });
    let expired = Memo::new(move |_| app.status().is_some_and(|status| status.expired));
    view! {
        <a class="skip" href="#main">{t!(skip_to_content)}</a>
        <div class="shell">
            <header class="bar">
                {move || place.get().map(|place| view! { <Switcher place=place /> })}
                <Navigation />
                <div class="bar-foot">
                    <SyncPill />
                    <UserMenu leaving=leaving />
                </div>
            </header>
            <main id="main" tabindex="-1">
                <Banners />
                {move || match kind.get() {
                    _ if expired.get() => view! { <screen::expired::Expired /> }.into_any(),
                    Route::Users(_) => view! { <screen::users::Users /> }.into_any(),
                    Route::Import => view! { <screen::import::Import /> }.into_any(),
                    Route::Inbox => view! { <screen::inbox::Inbox /> }.into_any(),
                    Route::Mail => view! { <screen::mail::Mail /> }.into_any(),
                    Route::About => view! { <screen::about::About /> }.into_any(),
                    Route::Account => view! { <screen::account::Account /> }.into_any(),
                    Route::Security => view! { <screen::security::Security /> }.into_any(),
                    Route::Forgot | Route::Mailed(..) | Route::Unknown => view! { <NotFound /> }.into_any(),
                }}
            </main>
        </div>
        <Show when=move || app.sign_in_again.get()>
            <SignInAgain />
        </Show>
        <Show when=move || leaving.get()>
            <SignOut on_close=move || leaving.set(false) />
        </Show>
    }
}

/// The organisation, and the others to switch to (S1.2, S2.1).
#[component]
fn Switcher(place: Place) -> impl IntoView {
    let app = app();
    let open = RwSignal::new(None::<Anchor>);
    let others = move || match app.stage.get() {
        Stage::Open(session, _) => session.places().cloned().collect(),
        _ => Vec::new(),
    };
    // The name may have changed since the sign-in: the directory knows better.
    let remembered = place.name.to_string();
    let name = Memo::new(move |_| {
        let current = app.ask(|replica, _| replica.view().organisation().map(|o| o.name.to_string())).flatten();
        current.unwrap_or_else(|| remembered.clone())
    });
    let several = move || others().len() > 1;
    let seed = place.tenant.uuid().as_u128();
    view! {
        <button
            type="button"
            class="switcher"
            aria-haspopup=move || several().then_some("menu")
            title=move || name.get()
            on:click=move |event| {
                if several() {
                    open.set(Some(Anchor::of(&event)));
                }
            }
        >
            {move || avatar(&name.get(), seed, "box")}
            <span class="clip" dir="auto">{name}</span>
            {move || several().then(|| icon(Icon::Chevrons))}
        </button>
        {move || {
            open.get()
                .map(|anchor| {
                    let items = others()
                        .into_iter()
                        .map(|other| {
                            let (tenant, mine) = (other.tenant, other.tenant == place.tenant);
                            view! {
                                <button
                                    type="button"
                                    role="menuitem"
                                    on:click=move |_| {
                                        open.set(None);
                                        switch(app, tenant);
                                    }
                                >
                                    {avatar(other.name.as_str(), tenant.uuid().as_u128(), "box")}
                                    <span class="clip" dir="auto">{other.name.to_string()}</span>
                                    {mine.then(|| view! { <span class="mark">{icon(Icon::Check)}</span> })}
                                </button>
                            }
                        })
                        .collect_view();
                    view! { <Menu anchor=anchor label=t!(organisations) on_close=move || open.set(None)>{items}</Menu> }
                })
        }}
    }
}

fn switch(app: App, tenant: rollcall_core::id::TenantId) {
    if let Stage::Open(session, place) = app.stage.get_untracked()
        && place.tenant != tenant
    {
        app.router.go(Route::Users(None));
        spawn_local(app.enter(session, Some(tenant)));
    }
}

#[component]
fn Navigation() -> impl IntoView {
    let app = app();
    let imports = Memo::new(move |_| {
        let options = app.ask(|replica, now| query::invite_options(replica.view(), &replica.context(now)));
        options.is_some_and(|options| options.may_import)
    });
    let owns = Memo::new(move |_| {
        let asked = app.ask(|replica, now| query::security_log(replica.view(), &replica.context(now)));
        asked.is_some_and(|answer| answer.is_ok())
    });
    let refused = Memo::new(move |_| app.status().map_or(0, |status| status.inbox));
    let mail = move || app.info.with(|info| info.as_ref().is_some_and(|info| info.mail_outbox));
    view! {
        <nav aria-label=t!(pages)>
            <Link to=Route::Users(None)>{icon(Icon::Users)} <span>{t!(users)}</span></Link>
            <Show when=move || imports.get()>
                <Link to=Route::Import>{icon(Icon::Upload)} <span>{t!(import)}</span></Link>
            </Show>
            <Link to=Route::Inbox>
                {icon(Icon::Inbox)}
                <span>{t!(inbox)}</span>
                {move || {
                    let count = refused.get();
                    (count > 0)
                        .then(|| view! { <span class="count" aria-label=t!(count_refused, count)>{language::number(count)}</span> })
                }}
            </Link>
            <Show when=mail>
                <Link to=Route::Mail>{icon(Icon::Mail)} <span>{t!(sent_mail)}</span></Link>
            </Show>
            <Show when=move || owns.get()>
                <Link to=Route::Security>{icon(Icon::Shield)} <span>{t!(security)}</span></Link>
            </Show>
            <Link to=Route::About>{icon(Icon::Info)} <span>{t!(about)}</span></Link>
        </nav>
    }
}

/// How the sync stands, in a word; pressing it syncs now, or opens the sign-in.
#[component]
fn SyncPill() -> impl IntoView {
    let app = app();
    let pill = move || {
        let now = app.ask(|_, now| now)?;
        app.status().map(|status| text::status::pill(&status, now))
    };
    let press = move |_| {
        if app.status().is_some_and(|status| status.link == Connection::SignedOut) {
            app.sign_in_again.set(true);
        } else {
            app.sync_now();
        }
    };
    // Read out only when the word itself changes, not at every tick of the clock.
    let word = Memo::new(move |_| pill().map(|pill| (pill.tone, pill.word, pill.short)));
    view! {
        <button type="button" class="sync" title=move || pill().map(|pill| pill.sentence) on:click=press>
            <span role="status" aria-live="polite" class=move || format!("sync-word {}", word.get().map_or("", |w| w.0))>
                {move || {
                    word.get()
                        .map(|(_, word, short)| match short {
                            None => view! { <span>{word}</span> }.into_any(),
                            Some(short) => {
                                view! { <span class="long">{word}</span> <span class="short">{short}</span> }.into_any()
                            }
                        })
                }}
            </span>
        </button>
    }
}

/// Who is signed in; theme and sign-out.
#[component]
fn UserMenu(leaving: RwSignal<bool>) -> impl IntoView {
    let app = app();
    let open = RwSignal::new(None::<Anchor>);
    let email = Memo::new(move |_| match app.stage.get() {
        Stage::Open(session, _) => session.email.to_string(),
        _ => String::new(),
    });
    let me = Memo::new(move |_| {
        let row = app.ask(|replica, _| {
            let user = replica.view().user(replica.user());
            (user.map(|user| user.display_name().to_owned()), replica.user().uuid().as_u128())
        });
        let (name, seed) = row.unwrap_or_default();
        (name.unwrap_or_else(|| email.get()), seed)
    });
    let theme = move |name: String, value: Option<&'static str>, sign: Icon| {
        let chosen = app.theme.with_untracked(|theme| theme.as_deref() == value);
        view! {
            <button
                type="button"
                role="menuitemradio"
                aria-checked=if chosen { "true" } else { "false" }
                on:click=move |_| {
                    open.set(None);
                    app.set_theme(value);
                }
            >
                {icon(sign)}
                {name}
                {chosen.then(|| view! { <span class="mark">{icon(Icon::Check)}</span> })}
            </button>
        }
    };
    let speak = move |tag: String| {
        let chosen = tag == language::tag();
        let (name, marked) = (language::own_name(&tag), tag.clone());
        view! {
            <button
                type="button"
                role="menuitemradio"
                aria-checked=if chosen { "true" } else { "false" }
                on:click=move |_| {
                    open.set(None);
                    speak(app, &tag);
                }
            >
                {icon(Icon::Globe)}
                <span lang=marked dir="auto">{name}</span>
                {chosen.then(|| view! { <span class="mark">{icon(Icon::Check)}</span> })}
            </button>
        }
    };
    view! {
        <button
            type="button"
            class="me"
            aria-haspopup="menu"
            aria-label=move || t!(account_menu, name = me.get().0, email = email.get())
            on:click=move |event| open.set(Some(Anchor::of(&event)))
        >
            {move || {
                let (name, seed) = me.get();
                avatar(&name, seed, "")
            }}
            <span class="me-name">
                <span class="clip" dir="auto">{move || me.get().0}</span>
                <span class="clip faint" dir="auto">{email}</span>
            </span>
        </button>
        {move || {
            open.get()
                .map(|anchor| {
                    view! {
                        <Menu anchor=anchor label=t!(account) on_close=move || open.set(None)>
                            <div class="title clip" dir="auto">{email}</div>
                            {theme(t!(theme_light), Some("light"), Icon::Sun)}
                            {theme(t!(theme_dark), Some("dark"), Icon::Moon)}
                            {theme(t!(theme_device), None, Icon::Monitor)}
                            <hr />
                            {language::known().into_iter().map(&speak).collect_view()}
                            <hr />
                            <button
                                type="button"
                                role="menuitem"
                                on:click=move |_| {
                                    open.set(None);
                                    app.router.go(Route::Account);
                                }
                            >
                                {icon(Icon::Shield)}
                                {t!(your_account)}
                            </button>
                            <button
                                type="button"
                                role="menuitem"
                                on:click=move |_| {
                                    open.set(None);
                                    leaving.set(true);
                                }
                            >
                                {icon(Icon::Out)}
                                {t!(sign_out)}
                            </button>
                        </Menu>
                    }
                })
        }}
    }
}

/// Speaks a language, here at once and wherever the user signs in from now on.
fn speak(app: App, tag: &str) {
    expect_context::<Chosen>().speak(vec![tag.to_owned()]);
    let me = app.ask_once(|replica, _| {
        let me = replica.view().user(replica.user())?;
        Some((me.id, me.profile.clone()))
    });
    if let (Some((user, before)), Ok(language)) = (me.flatten(), Language::parse(tag)) {
        let profile = Profile { language: Some(language), ..before };
        // Who may not edit its own profile keeps the language on this device.
        app.issue(EditProfile { user, profile }, |_| ());
    }
}

/// What everybody must know, whatever the page.
#[component]
fn Banners() -> impl IntoView {
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
                            {screen::inbox::save_offer(app)}
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
                                {screen::inbox::save_offer(app)}
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
                                {screen::inbox::save_offer(app)}
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

#[component]
fn NotFound() -> impl IntoView {
    let app = app();
    crate::title::set(t!(not_found));
    view! {
        <EmptyState sign=Icon::Search title=t!(not_found_title) sentence=t!(not_found_sentence)>
            <Button label=t!(go_to_users) kind="primary" on_click=Callback::new(move |_| app.router.replace(Route::Users(None))) />
        </EmptyState>
    }
}
