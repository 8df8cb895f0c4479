//! The page of one role: what it is called, where it holds, what it grants, which teams it brings, who has it.

use super::{Ask, Page, form, holders, one::One, teams};
use crate::{
    language::t,
    list::{offered, opener},
    screen::user::parts::part,
    text, title,
    ui::{
        badge::pending_mark,
        button::Button,
        empty::EmptyState,
        icon::{Icon, icon},
        link::Link,
    },
};
use leptos::prelude::*;
use rollcall_core::{Key, command::Verb, id::RoleId};
use rollcall_view::{Route, Screen};

/// The page.
pub fn role(page: Page, id: RoleId) -> AnyView {
    let one = One::new(page, id);
    let there = Memo::new(move |_| one.detail.with(Option::is_some));
    Effect::new(move |_| {
        if let Some(name) = one.detail.with(|detail| detail.as_ref().map(|detail| detail.row.name.to_string())) {
            title::set(name);
        }
    });
    let draw = move || match there.get() {
        false => gone(page),
        true => view! {
            {head(one)}
            <div class="user-tab">
                {form::details(one)}
                {form::permissions(one)}
                {teams::teams(one)}
                {holders::holders(one)}
                {delete(one)}
            </div>
        }
        .into_any(),
    };
    view! { <div class="page user-page">{draw}</div> }.into_any()
}

fn gone(page: Page) -> AnyView {
    let back = move |_| page.app.router.replace(Route::At(Screen::Roles, None));
    view! {
        <EmptyState sign=Icon::Shield title=t!(roles_gone_title) sentence=t!(roles_gone_sentence)>
            <Button label=t!(roles_go) kind="primary" on_click=Callback::new(back) />
        </EmptyState>
    }
    .into_any()
}

fn head(one: One) -> AnyView {
    let page = one.page;
    let who = move || {
        one.detail.get().map(|detail| {
            let row = &detail.row;
            let about = row.description.as_ref().map(ToString::to_string);
            view! {
                <span class="avatar box plain large" aria-hidden="true">{icon(Icon::Shield)}</span>
                <div class="user-name">
                    <h1 id="role-title" tabindex="-1" dir="auto">{row.name.to_string()}</h1>
                    {about.map(|about| view! { <p class="soft" dir="auto">{about}</p> })}
                    <div class="row-of">
                        <span class="badge bare">{if row.built_in { t!(roles_built_in) } else { t!(roles_custom) }}</span>
                        {row.protected.then(|| view! { <span class="badge accent">{t!(roles_protected)}</span> })}
                        {move || one.waits().then(pending_mark)}
                    </div>
                </div>
            }
        })
    };
    let copies = opener(page.app, Verb::CreateRole);
    let copy = Callback::new(move |_| {
        copies.open(Callback::new(move |()| page.ask.set(Some(Ask::Create(Some(one.id))))));
    });
    let may_copy = Memo::new(move |_| copies.is_free());
    view! {
        <header class="user-head">
            <Link to=Route::At(Screen::Roles, None) class="back">{icon(Icon::Back)} {t!(roles)}</Link>
            <div class="user-who">
                {who}
                <div class="row-of end">
                    {move || may_copy.get().then(|| view! { <Button label=t!(roles_copy) sign=Icon::Plus on_click=copy /> })}
                </div>
            </div>
        </header>
    }
    .into_any()
}

/// Deleting it, as far as that is offered.
fn delete(one: One) -> AnyView {
    let page = one.page;
    let offer = Memo::new(move |_| {
        let offer = page.app.ask(|replica, now| {
            let offer = offered(replica, now, Verb::DeleteRole, &Key::Role(one.id))?;
            Some((!offer.why_not.is_empty()).then(|| text::refusals(&offer.why_not, Some(replica.view()))))
        });
        offer.flatten()
    });
    let draw = move || {
        offer.get().map(|why_not| {
            let blocked = why_not.is_some();
            let ask = move |_| page.ask.set(Some(Ask::Delete(one.id)));
            let body = view! {
                <div class="deeds">
                    <div class="setting">
                        <div>
                            <h3>{t!(roles_delete)}</h3>
                            <p class="soft">{t!(roles_delete_note)}</p>
                        </div>
                        <div class="action">
                            <Button
                                label=t!(roles_delete)
                                kind="small bad"
                                sign=Icon::Trash
                                disabled=blocked
                                described_by="role-delete-why"
                                on_click=Callback::new(ask)
                            />
                            <small id="role-delete-why" class="faint">{why_not}</small>
                        </div>
                    </div>
                </div>
            };
            part("role-delete-title", t!(part_delete), String::new(), || false, body.into_any())
        })
    };
    draw.into_any()
}
