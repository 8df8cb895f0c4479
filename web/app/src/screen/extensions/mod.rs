//! The extensions of the organisation (S1.6, S1.9, S1.10): free ones, taken ones, and who has them.

mod action;
mod assign;
mod detail;
mod row;
mod take;

use crate::{
    language::t,
    list::{List, frame, opener, pending, table, tools},
    state::{App, app},
    ui::icon::Icon,
};
use leptos::prelude::*;
use rollcall_core::{
    Key,
    command::Verb,
    id::UserId,
    query::{ExtensionQuery, extension_list},
    value::Extension,
};
use rollcall_view::{Screen, list::EXTENSIONS, numbers::extension_of};
use std::collections::HashSet;

/// What the parts of this page share. A handle: copies are the same.
#[derive(Clone, Copy)]
struct Page {
    app: App,
    list: List,
    /// The records with changes that the server has not judged.
    pending: Memo<HashSet<Key>>,
    /// The dialog that is open.
    ask: RwSignal<Option<Ask>>,
}

/// A dialog of this page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Ask {
    /// Gives an extension to somebody; none: whichever is typed.
    Assign(Option<Extension>),
    /// Gives its holder another, or has another phone ring there.
    Change(UserId),
    Take(UserId),
}

/// How many there are, of which range.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Told {
    range: Option<(String, String)>,
    free: usize,
    taken: usize,
}

fn told(app: App) -> Told {
    let told = app.ask(|replica, _| {
        let names = replica.view();
        let counts = extension_list(names, &ExtensionQuery { limit: Some(0), ..ExtensionQuery::default() }).counts;
        let range = names.organisation().and_then(|organisation| organisation.policy.extensions.as_ref());
        let range = range.map(|range| (range.from.to_string(), range.to.to_string()));
        Told { range, free: counts.free, taken: counts.taken }
    });
    told.unwrap_or_default()
}

/// The page.
#[component]
pub fn Extensions() -> impl IntoView {
    let app = app();
    let list = List::new(app, Screen::Extensions, &EXTENSIONS);
    let page = Page { app, list, pending: pending(app), ask: RwSignal::new(None) };
    let all = Memo::new(move |_| told(app));
    let said = move || match all.get() {
        Told { range: Some((from, to)), free, .. } => t!(extensions_of_range, from, to, count = free),
        Told { taken, .. } => t!(extensions_of_none, count = taken),
    };
    // Whoever may give none anywhere does not see this page at all.
    let assigning = opener(app, Verb::AssignExtension);
    let assign = Callback::new(move |()| page.ask.set(Some(Ask::Assign(None))));
    let inside = view! {
        <header class="page-head">
            <div class="page-title">
                <h1 id="list-title">{t!(extensions)}</h1>
                <p class="soft number">{said}</p>
            </div>
            {assigning.button(t!(extensions_assign), assign)}
        </header>
        {tools(list)}
        {table(list, move |id| row::line(page, &extension_of(id)?), true, Icon::Hash, move || assigning.button(t!(extensions_assign), assign))}
    };
    let detail = move |id| detail::detail(page, id);
    let key = move |key: &str| key == rollcall_view::shortcuts::Shortcut::New.key() && assigning.open(assign);
    let on_close = Callback::new(move |()| page.ask.set(None));
    let dialog = move || match page.ask.get() {
        None => ().into_any(),
        Some(Ask::Assign(extension)) => assign::assign(page, extension, on_close),
        Some(Ask::Change(user)) => assign::change(page, user, on_close),
        Some(Ask::Take(user)) => take::question_of(page, user, on_close),
    };
    view! {
        {frame(list, Signal::from(false), inside.into_any(), detail, key)}
        {move || list.menu.get().map(|(id, anchor)| action::menu(page, id, anchor))}
        {dialog}
    }
}
