//! The organisation that is open, and the others to switch to (S1.2, S2.1).

use crate::{
    language::t,
    router::Route,
    state::{App, Stage, app},
    ui::{
        avatar::avatar,
        icon::{Icon, icon},
        menu::{Anchor, Menu},
    },
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_core::api::Place;

/// The button, and the menu.
#[component]
pub fn Switcher(place: Place) -> impl IntoView {
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
        app.router.go(Route::HOME);
        spawn_local(app.enter(session, Some(tenant)));
    }
}
