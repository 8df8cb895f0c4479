//! What the parts of a role's page share, and what is said of a role that may not be changed.

use super::{Page, scopes};
use crate::{
    language::t,
    list::{facts, offered},
    screen::user::parts::field,
};
use leptos::prelude::*;
use rollcall_core::{
    Key,
    command::Verb,
    id::RoleId,
    model::Role,
    query::{RoleDetail, role_detail},
    refusal::Field,
};
use std::sync::Arc;

/// What the parts of this page share. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct One {
    pub page: Page,
    pub id: RoleId,
    /// Everything about it; none when there is no such role.
    pub detail: Memo<Option<Arc<RoleDetail>>>,
    /// As it is kept, for forms.
    pub stands: Memo<Option<Role>>,
    /// Whether it may be changed.
    pub edits: Memo<bool>,
}

impl One {
    pub fn new(page: Page, id: RoleId) -> Self {
        let app = page.app;
        Self {
            page,
            id,
            detail: Memo::new(move |_| app.ask(|replica, _| role_detail(replica.view(), id)).flatten().map(Arc::new)),
            stands: Memo::new(move |_| app.ask(|replica, _| replica.view().role(id).cloned()).flatten()),
            edits: Memo::new(move |_| {
                let offer = app.ask(|replica, now| offered(replica, now, Verb::EditRole, &Key::Role(id))).flatten();
                offer.is_some_and(|offer| offer.why_not.is_empty())
            }),
        }
    }

    /// Whether something done to it waits for the server's word; tracked.
    pub fn waits(self) -> bool {
        self.page.pending.with(|pending| pending.contains(&Key::Role(self.id)))
    }
}

/// What is said of a role that may not be changed here.
pub fn fixed(one: One) -> AnyView {
    let draw = move || {
        one.detail.get().map(|detail| {
            let row = &detail.row;
            let about = row.description.as_ref().map(|about| view! { {about.to_string()} }.into_any());
            let said = if row.built_in { t!(roles_built_in_note) } else { t!(roles_not_yours) };
            view! {
                <p class="soft">{said}</p>
                {facts([
                    (field(Field::Description), about),
                    (t!(roles_given_where), Some(scopes(row.scopes).into_any())),
                ])}
            }
        })
    };
    draw.into_any()
}
