//! Roles & permissions (S2.10, S2.21–S2.22): what each role may do, side by side and to be changed; one role with all that belongs to
//! it; and who may do what, and why.

mod boxes;
mod changes;
mod create;
mod delete;
mod form;
mod holders;
mod matrix;
mod one;
mod questions;
mod role;
mod teams;

use crate::{
    language::t,
    list::{opener, pending},
    router::{Route, is_plain_click},
    state::{App, app},
};
use leptos::prelude::*;
use rollcall_core::{Key, access, command::Verb, id::RoleId, model::RoleScopes};
use rollcall_view::Screen;
use std::collections::HashSet;

/// What the parts of this screen share. A handle: copies are the same.
#[derive(Clone, Copy)]
struct Page {
    app: App,
    /// The records with changes that the server has not judged.
    pending: Memo<HashSet<Key>>,
    /// The dialog that is open.
    ask: RwSignal<Option<Ask>>,
}

/// A dialog of this screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ask {
    /// A new role, as a copy of another one or from nothing.
    Create(Option<RoleId>),
    Delete(RoleId),
}

/// A part of the screen, which the address tells after the question mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Matrix,
    Who,
    Why,
}

impl Part {
    const ALL: [Self; 3] = [Self::Matrix, Self::Who, Self::Why];

    const fn asking(self) -> &'static str {
        match self {
            Self::Matrix => "",
            Self::Who => "ask=who",
            Self::Why => "ask=why",
        }
    }

    fn label(self) -> String {
        match self {
            Self::Matrix => t!(roles_matrix),
            Self::Who => t!(roles_who),
            Self::Why => t!(roles_why),
        }
    }

    fn of(query: &str) -> Self {
        Self::ALL.into_iter().find(|part| part.asking() == query).unwrap_or(Self::Matrix)
    }
}

/// The screen.
#[component]
pub fn Roles() -> impl IntoView {
    let app = app();
    let page = Page { app, pending: pending(app), ask: RwSignal::new(None) };
    let open = Memo::new(move |_| app.router.get().open_in(Screen::Roles).map(RoleId::new));
    let on_close = Callback::new(move |()| page.ask.set(None));
    let dialog = move || match page.ask.get() {
        None => ().into_any(),
        Some(Ask::Create(from)) => create::dialog(page, from, on_close),
        Some(Ask::Delete(role)) => delete::dialog(page, role, on_close),
    };
    view! {
        {move || match open.get() {
            Some(id) => role::role(page, id),
            None => all(page),
        }}
        {dialog}
    }
}

/// All roles.
fn all(page: Page) -> AnyView {
    let app = page.app;
    let count = Memo::new(move |_| app.ask(|replica, _| replica.view().roles().count()).unwrap_or_default());
    let adding = opener(app, Verb::CreateRole);
    let add = Callback::new(move |()| page.ask.set(Some(Ask::Create(None))));
    let part = Memo::new(move |_| Part::of(&app.router.query()));
    let link = move |of: Part| {
        let asking = of.asking();
        let path = Route::At(Screen::Roles, None).path();
        view! {
            <a
                href=if asking.is_empty() { path } else { format!("{path}?{asking}") }
                aria-current=move || (part.get() == of).then_some("page")
                on:click=move |event| {
                    if is_plain_click(&event) {
                        event.prevent_default();
                        app.router.go_asking(Route::At(Screen::Roles, None), asking.to_owned());
                    }
                }
            >
                {of.label()}
            </a>
        }
    };
    view! {
        <div class="page roles-page">
            <header class="page-head">
                <div class="page-title">
                    <h1>{t!(roles_title)}</h1>
                    <p class="soft number">{move || t!(roles_found, count = count.get())}</p>
                </div>
                {adding.button(t!(roles_new), add)}
            </header>
            <nav class="tabs" aria-label=t!(roles_parts)>{Part::ALL.map(link).collect_view()}</nav>
            {move || match part.get() {
                Part::Matrix => matrix::matrix(page),
                Part::Who => questions::who(page),
                Part::Why => questions::why(page),
            }}
        </div>
    }
    .into_any()
}

/// Where a role can be given, in words.
fn scopes(scopes: RoleScopes) -> String {
    use rollcall_core::model::RoleScope;
    let word = |scope: RoleScope| match scope {
        RoleScope::Own => t!(roles_scope_own),
        RoleScope::Team => t!(roles_scope_team),
        RoleScope::Organisation => t!(roles_scope_organisation),
    };
    let words: Vec<String> = scopes.iter().map(word).collect();
    crate::language::list(&words)
}

/// What is called so in the matrix and in forms: the groups, each with its rows.
fn groups() -> Vec<(String, Vec<(usize, String)>)> {
    use crate::language::say;
    use rollcall_words::name;
    let group = |(group, rows): (_, Vec<_>)| {
        let rows = rows.into_iter().map(|(row, permission)| (row, say(&name::permission(permission)))).collect();
        (say(&name::permission_group(group)), rows)
    };
    access::permission_groups().into_iter().map(group).collect()
}

/// The names of the rows that hold.
fn named(rows: &[bool]) -> Vec<String> {
    let held = |row: &usize| rows.get(*row).copied().unwrap_or_default();
    groups().into_iter().flat_map(|(_, rows)| rows).filter(|(row, _)| held(row)).map(|(_, name)| name).collect()
}
