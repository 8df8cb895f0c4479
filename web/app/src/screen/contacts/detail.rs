//! A contact beside the list: its numbers to call, its address to write to.

use super::{
    Page,
    action::{begin, offers},
};
use crate::{
    language::{say, t},
    list::{Act, act_buttons, facts, panel},
    ui::{
        avatar::avatar,
        badge::pending_mark,
        empty::EmptyState,
        icon::{Icon, icon},
    },
};
use leptos::prelude::*;
use rollcall_core::{Key, id::ContactId, model::Contact, refusal::Field};
use rollcall_words::name;

/// The panel.
pub fn detail(page: Page, id: ContactId) -> AnyView {
    let found = Memo::new(move |_| {
        let known = page.app.ask(|replica, now| Some((replica.view().contact(id)?.clone(), offers(replica, now, id))));
        known.flatten()
    });
    let body = move || {
        match found.get() {
        Some((contact, offers)) => shown(page, contact, offers),
        None => view! { <EmptyState sign=Icon::Bookmark title=t!(contacts_gone_title) sentence=t!(contacts_gone_sentence) /> }
            .into_any(),
    }
    };
    panel(page.list, body.into_any())
}

fn shown(page: Page, contact: Contact, offers: Vec<(super::Ask, Act)>) -> AnyView {
    let pending = page.pending.with(|pending| pending.contains(&Key::Contact(contact.id)));
    let name = contact.name.to_string();
    let company = contact.company.as_ref().map(ToString::to_string);
    let email = contact.email.as_ref().map(ToString::to_string);
    let (asks, acts): (Vec<_>, Vec<_>) = offers.into_iter().unzip();
    let first = contact.numbers.first().map(|number| {
        let number = number.to_string();
        view! {
            <a class="button small primary" href=format!("tel:{number}")>
                {icon(Icon::Phone)}
                <span>{t!(contacts_call, number = number.as_str())}</span>
            </a>
        }
    });
    let write = email.clone().map(|email| {
        view! {
            <a class="button small" href=format!("mailto:{email}")>
                {icon(Icon::Mail)}
                <span class="clip">{t!(contacts_mail, email = email.as_str())}</span>
            </a>
        }
    });
    let number = |number: &rollcall_core::value::PhoneNumber| {
        let number = number.to_string();
        view! { <li><a class="number" href=format!("tel:{number}")><bdi>{number.clone()}</bdi></a></li> }
    };
    let numbers = (!contact.numbers.is_empty())
        .then(|| view! { <ul class="bare">{contact.numbers.iter().map(number).collect_view()}</ul> }.into_any());
    let mail = email.map(|email| view! { <a href=format!("mailto:{email}")><bdi>{email.clone()}</bdi></a> }.into_any());
    let field = |field| say(&name::field(field));
    let lines = [
        (field(Field::Company), company.clone().map(|company| view! { <bdi>{company}</bdi> }.into_any())),
        (t!(contacts_numbers), numbers),
        (field(Field::Email), mail),
    ];
    view! {
        <div class="detail-head">
            {avatar(&name, contact.id.uuid().as_u128(), "large")}
            <div class="detail-name">
                <h2 dir="auto">{name.clone()}</h2>
                {company.map(|company| view! { <p class="soft" dir="auto">{company}</p> })}
                {pending.then(|| view! { <div class="row-of">{pending_mark()}</div> })}
            </div>
        </div>
        <div class="detail-actions">{first} {write}</div>
        {facts(lines)}
        <div class="detail-actions">{act_buttons(acts, begin(page, asks))}</div>
    }
    .into_any()
}
