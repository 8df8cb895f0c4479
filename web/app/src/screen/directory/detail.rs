//! A colleague beside the list: called, written to, copied.

use super::{Page, row::standing};
use crate::{
    browser,
    language::{say, t},
    list::{facts, panel},
    router::Route,
    ui::{
        avatar::avatar,
        button::Button,
        empty::EmptyState,
        icon::{Icon, icon},
        link::Link,
    },
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_core::{
    id::UserId,
    query::{looks_up_only, user_row},
    refusal::Field,
};
use rollcall_view::{Screen, UserTab};
use rollcall_words::name;

/// What the panel shows.
#[derive(Clone, Debug, PartialEq)]
struct Known {
    name: String,
    position: Option<String>,
    extension: Option<String>,
    email: Option<String>,
    badge: (String, &'static str),
    me: bool,
    /// Somebody who sees more has a page of it.
    more: bool,
}

/// The panel.
pub fn detail(page: Page, id: UserId) -> AnyView {
    let found = Memo::new(move |_| {
        let known = page.app.ask(|replica, now| {
            let row = user_row(replica.view(), id, now)?;
            Some(Known {
                name: row.name,
                position: row.position.map(|position| position.to_string()),
                extension: row.extension.map(|extension| extension.to_string()),
                email: row.email.map(|email| email.to_string()),
                badge: standing(replica, id, now),
                me: replica.user() == id,
                more: !looks_up_only(replica.view(), &replica.context(now)),
            })
        });
        known.flatten()
    });
    let body = move || match found.get() {
        Some(known) => shown(page, id, known),
        None => view! { <EmptyState sign=Icon::Users title=t!(users_gone_title) sentence=t!(users_gone_sentence) /> }
            .into_any(),
    };
    panel(page.list, body.into_any())
}

fn shown(page: Page, id: UserId, known: Known) -> AnyView {
    let Known { name: who, position, extension, email, badge: (word, tone), me, more } = known;
    let call = extension.clone().filter(|_| !me).map(|extension| {
        view! {
            <a class="button small primary" href=format!("tel:{extension}")>
                {icon(Icon::Phone)}
                <span>{t!(directory_call, extension = extension.as_str())}</span>
            </a>
        }
    });
    let write = email.clone().filter(|_| !me).map(|email| {
        view! {
            <a class="button small" href=format!("mailto:{email}")>
                {icon(Icon::Mail)}
                <span>{t!(directory_mail)}</span>
            </a>
        }
    });
    let copied: Vec<String> =
        [Some(who.clone()), position.clone(), extension.clone(), email.clone()].into_iter().flatten().collect();
    let copied = copied.join("\n");
    let copy = Callback::new(move |_| {
        let text = copied.clone();
        spawn_local(async move {
            match browser::copy(&text).await {
                true => page.app.toasts.say(t!(directory_copied)),
                false => page.app.toasts.warn(t!(hand_over_not_copied)),
            }
        });
    });
    let field = |field| say(&name::field(field));
    let extension = extension.map(|extension| {
        view! { <a class="number" href=format!("tel:{extension}")><bdi>{extension.clone()}</bdi></a> }.into_any()
    });
    let email =
        email.map(|email| view! { <a href=format!("mailto:{email}")><bdi>{email.clone()}</bdi></a> }.into_any());
    let lines = [(field(Field::Extension), extension), (field(Field::Email), email)];
    view! {
        <div class="detail-head">
            {avatar(&who, id.uuid().as_u128(), "large")}
            <div class="detail-name">
                <h2 dir="auto">{who}</h2>
                {position.map(|position| view! { <p class="soft" dir="auto">{position}</p> })}
                <div class="row-of">
                    <span class=format!("badge {tone}")>{word}</span>
                    {me.then(|| view! { <span class="badge bare">{t!(users_you)}</span> })}
                </div>
            </div>
        </div>
        <div class="detail-actions">
            {call} {write} <Button label=t!(directory_copy) kind="small" on_click=copy />
        </div>
        {facts(lines)}
        <div class="detail-actions">
            {me.then(|| view! { <Link to=Route::At(Screen::Account, None) class="button small">{icon(Icon::Shield)} {t!(your_account)}</Link> })}
            {more.then(|| view! { <Link to=Route::User(id, UserTab::Profile) class="button small">{icon(Icon::Users)} {t!(user_open)}</Link> })}
        </div>
    }
    .into_any()
}
