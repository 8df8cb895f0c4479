//! Who is signed in: theme, language, account, sign-out.

use crate::{
    language::{self, t},
    router::Route,
    speak::speak,
    state::{Stage, app},
    ui::{
        avatar::avatar,
        icon::{Icon, icon},
        menu::{Anchor, Menu, radio_item},
    },
};
use leptos::prelude::*;
use rollcall_view::Screen;

/// The button, and the menu.
#[component]
pub fn UserMenu(leaving: RwSignal<bool>) -> impl IntoView {
    let app = app();
    let open = RwSignal::new(None::<Anchor>);
    let email = Memo::new(move |_| match app.stage.get() {
        Stage::Open(session, _) => session.email.map(|email| email.to_string()).unwrap_or_default(),
        _ => String::new(),
    });
    let me = Memo::new(move |_| {
        let row = app.ask(|replica, _| {
            let user = replica.view().user(replica.user());
            (user.map(|user| user.display_name().into_owned()), replica.user().uuid().as_u128())
        });
        let (name, seed) = row.unwrap_or_default();
        (name.unwrap_or_else(|| email.get()), seed)
    });
    let theme = move |name: String, value: Option<&'static str>, sign: Icon| {
        let chosen = app.theme.with_untracked(|theme| theme.as_deref() == value);
        let choose = Callback::new(move |()| {
            open.set(None);
            app.set_theme(value);
        });
        radio_item(Some(sign), name.into_any(), chosen, choose)
    };
    let speak = move |tag: String| {
        let chosen = tag == language::tag();
        let (name, marked) = (language::own_name(&tag), tag.clone());
        let choose = Callback::new(move |()| {
            open.set(None);
            speak(app, &tag);
        });
        let name = view! { <span lang=marked dir="auto">{name}</span> };
        radio_item(Some(Icon::Globe), name.into_any(), chosen, choose)
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
                                    app.router.go(Route::At(Screen::Account, None));
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
