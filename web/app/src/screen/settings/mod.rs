//! What an organisation decides for itself: what it is called, who signs in by what, invitations, roles, extensions, holidays, calls,
//! and how long things are kept. Each part is a form of its own, and says what it means and what a change does.

mod fields;
mod holidays;
mod keeping;
mod organisation;
mod policy;

use crate::{
    language::t,
    list::pending,
    router::Route,
    screen::user::parts::part,
    state::{App, app},
    text,
    ui::{
        banner::Banner,
        icon::{Icon, icon},
        link::Link,
    },
};
use leptos::prelude::*;
use rollcall_core::{Directory, Key, Refusal, command::Verb, query};
use rollcall_view::{Reader, Screen, settings::PolicyPart};
use std::collections::HashSet;

/// What the parts of this page share. A handle: copies are the same.
#[derive(Clone, Copy)]
struct Page {
    app: App,
    /// The records with changes that the server has not judged.
    pending: Memo<HashSet<Key>>,
    /// Why nothing can be changed here, if it can't.
    why_not: Memo<Option<String>>,
}

impl Page {
    /// What stands, as some part shows it; tracked.
    fn stands<T: Clone + PartialEq + Send + Sync + 'static>(self, read: fn(&Directory) -> T) -> Memo<Option<T>> {
        Memo::new(move |_| {
            self.app.ask(|replica, _| replica.view().organisation().map(|_| read(replica.view()))).flatten()
        })
    }

    fn waits(self, key: Key) -> impl Fn() -> bool + Send + 'static {
        move || self.pending.with(|pending| pending.contains(&key))
    }

    /// The contents of a part: greyed for who may not change them.
    fn body(self, inside: AnyView) -> AnyView {
        let barred = move || self.why_not.with(Option::is_some);
        view! { <fieldset class="settings-body" disabled=barred>{inside}</fieldset> }.into_any()
    }
}

/// The page.
#[component]
pub fn Settings() -> impl IntoView {
    let app = app();
    let why_not = Memo::new(move |_| {
        let why_not = app.ask(|replica, now| {
            let (view, context) = (replica.view(), replica.context(now));
            let mut refusals = query::refused(view, &context, Verb::EditOrganisation, &Key::Organisation)?.into_vec();
            refusals.retain(|refusal| *refusal != Refusal::NothingToChange);
            (!refusals.is_empty()).then(|| text::refusals(&refusals, Some(view)))
        });
        why_not.flatten()
    });
    let page = Page { app, pending: pending(app), why_not };
    let barred = move || why_not.get().map(|why| view! { <Banner tone="" sign=Icon::Shield><p>{why}</p></Banner> });
    view! {
        <div class="page user-page settings">
            <header class="page-head">
                <div class="page-title">
                    <h1>{t!(settings)}</h1>
                    <p class="soft">{t!(settings_sub)}</p>
                </div>
            </header>
            {barred}
            <div class="user-tab">
                {organisation::part_of(page)}
                {PolicyPart::ALL.map(|part| policy::part_of(page, part)).collect_view()}
                {holidays::part_of(page)}
                {keeping::calls(page)}
                {keeping::logs(page)}
                {more(app)}
            </div>
        </div>
    }
}

/// What else is decided or looked up about the organisation, on screens of its own.
fn more(app: App) -> AnyView {
    let shown = Memo::new(move |_| {
        let seen = app.ask(|replica, now| {
            let reader = Reader { directory: replica.view(), context: &replica.context(now), mails_kept: false };
            let seen = |screen: &Screen| screen.is_seen_by(&reader);
            [Screen::Security, Screen::Activity, Screen::Roles, Screen::Licences].into_iter().filter(seen).collect()
        });
        let seen: Vec<Screen> = seen.unwrap_or_default();
        seen
    });
    let line = |screen: Screen| {
        let said = match screen {
            Screen::Security => t!(settings_security),
            Screen::Activity => t!(settings_activity),
            Screen::Roles => t!(settings_roles_link),
            _ => t!(settings_licences_link),
        };
        let declared = screen.declared();
        view! {
            <li>
                {icon(declared.icon)}
                <div>
                    <p><Link to=Route::At(screen, None)>{crate::language::say(&(declared.title)())}</Link></p>
                    <p class="faint">{said}</p>
                </div>
            </li>
        }
    };
    let body = move || view! { <ul class="things">{shown.get().into_iter().map(line).collect_view()}</ul> };
    part("settings-more", t!(settings_more), String::new(), || false, view! { {body} }.into_any())
}
