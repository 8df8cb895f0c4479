//! Who has a role, where and until when, and the way to all of them among the users.

use super::one::One;
use crate::{
    language::t,
    screen::user::{access::place, parts},
    ui::{
        avatar::avatar,
        facts::facts,
        icon::{Icon, icon},
        link::Link,
    },
};
use leptos::prelude::*;
use rollcall_core::query::Holder;
use rollcall_view::{Route, Screen, UserTab};

/// So many are named here; the list of users has all of them.
const NAMED: usize = 50;

/// The part.
pub fn holders(one: One) -> AnyView {
    let body = move || {
        one.detail.get().map(|detail| {
            let count = detail.holders.len();
            if count == 0 {
                return parts::nothing(t!(roles_nobody));
            }
            let lines: Vec<_> = detail.holders.iter().take(NAMED).map(|holder| line(one, holder)).collect();
            let rest = count.saturating_sub(NAMED);
            view! {
                <ul class="things">{lines}</ul>
                {(rest > 0).then(|| view! { <p class="soft">{t!(ask_more, count = rest)}</p> })}
                <div class="row-of">
                    <Link to=Route::At(Screen::Users, None) asking=format!("role={}", one.id) class="button small">
                        {icon(Icon::Users)}
                        {t!(teams_show_members)}
                    </Link>
                </div>
            }
            .into_any()
        })
    };
    let body = view! { {body} };
    parts::part("role-users-title", t!(users), t!(roles_users_note), || false, body.into_any())
}

fn line(one: One, holder: &Holder) -> AnyView {
    let holder = holder.clone();
    let place = one.page.app.ask(|replica, _| place(holder.scope, replica.view())).unwrap_or_default();
    let until = holder.until.map(|until| t!(user_grant_until, day = parts::day(until)));
    let sub: Vec<String> = std::iter::once(place).chain(until).collect();
    view! {
        <li>
            {avatar(&holder.name, holder.user.uuid().as_u128(), "")}
            <div class="clip-box">
                <p><Link to=Route::User(holder.user, UserTab::Access)><bdi>{holder.name.clone()}</bdi></Link></p>
                <p class="faint">{facts(sub)}</p>
            </div>
        </li>
    }
    .into_any()
}
