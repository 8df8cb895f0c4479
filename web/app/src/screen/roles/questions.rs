//! Two questions that one can ask: who may do something, and why somebody may or may not. The core answers them from what this
//! device knows.

use super::{Page, groups};
use crate::{
    language::{self, say, t},
    screen::{
        picks::users,
        user::access::{because, place},
    },
    ui::{
        avatar::avatar,
        icon::{Icon, icon},
        link::Link,
        picker::Picker,
        select::{Choice, SelectField},
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Directory,
    access::permission_at,
    id::UserId,
    query::{self, Right, effective_rights, explain, who_may},
};
use rollcall_view::{Route, Screen, UserTab};
use rollcall_words::name;

/// So many are listed; of the others only how many they are.
const LISTED: usize = 200;

/// The permissions to choose from, by their rows.
fn choices() -> Vec<Choice> {
    let mut choices = vec![Choice::new("", t!(user_choose_permission))];
    for (title, rows) in groups() {
        choices.extend(rows.into_iter().map(|(row, name)| Choice::new(row, t!(roles_in_group, group = &title, name))));
    }
    choices
}

/// A user that was picked; tracked.
fn picked(user: RwSignal<String>) -> Option<UserId> {
    user.with(|user| user.parse().ok())
}

fn find(page: Page) -> Callback<String, Vec<crate::ui::picker::Pick>> {
    Callback::new(move |words: String| users(page.app, &words))
}

/// Who may …?
pub fn who(page: Page) -> AnyView {
    let app = page.app;
    let (row, over) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let answer = Memo::new(move |_| {
        let row: usize = row.with(|row| row.parse().ok())?;
        let over = picked(over);
        app.ask(|replica, now| {
            let names = replica.view();
            let one = |one: query::Entitled| (one.user, one.name, told(&one.rights, names));
            Some(who_may(names, permission_at(row)?, over, now).into_iter().map(one).collect::<Vec<_>>())
        })
        .flatten()
    });
    let shown = move || {
        let Some(all) = answer.get() else {
            return view! { <p class="faint nothing">{t!(roles_ask_who)}</p> }.into_any();
        };
        let (count, rest) = (all.len(), all.len().saturating_sub(LISTED));
        let line = |(user, name, rights): (UserId, String, Vec<String>)| {
            view! {
                <li>
                    {avatar(&name, user.uuid().as_u128(), "")}
                    <div class="clip-box">
                        <p><Link to=Route::User(user, UserTab::Access)><bdi>{name}</bdi></Link></p>
                        {rights.into_iter().map(|right| view! { <p class="faint" dir="auto">{right}</p> }).collect_view()}
                    </div>
                </li>
            }
        };
        view! {
            <p role="status"><strong>{t!(roles_so_many_may, count)}</strong></p>
            <ul class="things">{all.into_iter().take(LISTED).map(line).collect_view()}</ul>
            {(rest > 0).then(|| view! { <p class="soft">{t!(ask_more, count = rest)}</p> })}
        }
        .into_any()
    };
    view! {
        <section class="question card" aria-label=t!(roles_who)>
            <div class="question-fields">
                <SelectField id="who-what" label=t!(user_permission) choices=choices() value=row />
                <Picker id="who-over" label=t!(roles_over) optional=true hint=Signal::derive(|| t!(roles_over_hint)) value=over find=find(page) />
            </div>
            <p class="faint">{t!(roles_as_seen)}</p>
        </section>
        <section class="question card">{shown}</section>
    }
    .into_any()
}

/// Why may she, or why not?
pub fn why(page: Page) -> AnyView {
    let app = page.app;
    let (user, row, over) = (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let answer = Memo::new(move |_| {
        let (user, over) = (picked(user)?, picked(over));
        let row: usize = row.with(|row| row.parse().ok())?;
        app.ask(|replica, now| {
            let (names, permission) = (replica.view(), permission_at(row)?);
            let told_of = |user: UserId| names.user(user).map(|user| user.display_name().into_owned());
            let name = told_of(user)?;
            let what = say(&name::permission(permission));
            let (allowed, because, elsewhere, mut reasons) = match over {
                Some(over) => {
                    let told = explain(names, user, permission, over, now);
                    let above = told.outranked_by.map(|missing| {
                        let missing = say(&name::permission(missing));
                        t!(roles_outranked, who = &name, other = told_of(over).unwrap_or_default(), missing)
                    });
                    let rests = told.not_active.then(|| t!(roles_not_active, who = &name));
                    (told.allowed, told.because, told.elsewhere, rests.into_iter().chain(above).collect::<Vec<_>>())
                }
                None => {
                    let rights = effective_rights(names, user, now).into_iter();
                    let held: Vec<Right> = rights.filter(|right| right.permission == permission).collect();
                    let active =
                        names.user(user).is_some_and(|user| user.state == rollcall_core::model::UserState::Active);
                    let rests = (!active).then(|| t!(roles_not_active, who = &name));
                    (active && !held.is_empty(), held, Vec::new(), rests.into_iter().collect())
                }
            };
            if because.is_empty() && elsewhere.is_empty() {
                reasons.push(t!(roles_nothing_gives));
            } else if because.is_empty() {
                reasons.push(t!(roles_only_elsewhere));
            }
            let roles: Vec<_> = match allowed {
                true => Vec::new(),
                false => query::role_list(names)
                    .into_iter()
                    .filter(|role| role.permissions.contains(&permission))
                    .map(|role| (role.id, role.name.to_string()))
                    .collect(),
            };
            let verdict = match allowed {
                true => t!(roles_yes, who = &name, what),
                false => t!(roles_no, who = &name, what),
            };
            Some(Answer {
                user,
                verdict,
                allowed,
                because: told(&because, names),
                elsewhere: told(&elsewhere, names),
                reasons,
                roles,
            })
        })
        .flatten()
    });
    let shown = move || match answer.get() {
        None => view! { <p class="faint nothing">{t!(roles_ask_why)}</p> }.into_any(),
        Some(answer) => answered(answer),
    };
    view! {
        <section class="question card" aria-label=t!(roles_why)>
            <div class="question-fields">
                <Picker id="why-who" label=t!(roles_whose) value=user find=find(page) />
                <SelectField id="why-what" label=t!(user_permission) choices=choices() value=row />
                <Picker id="why-over" label=t!(roles_over) optional=true hint=Signal::derive(|| t!(roles_over_hint)) value=over find=find(page) />
            </div>
            <p class="faint">{t!(roles_as_seen)}</p>
        </section>
        <section class="question card">{shown}</section>
    }
    .into_any()
}

/// What is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Answer {
    user: UserId,
    verdict: String,
    allowed: bool,
    because: Vec<String>,
    elsewhere: Vec<String>,
    reasons: Vec<String>,
    /// Roles that would give it.
    roles: Vec<(rollcall_core::id::RoleId, String)>,
}

fn answered(Answer { user, verdict, allowed, because, elsewhere, reasons, roles }: Answer) -> AnyView {
    let lines = |lines: Vec<String>| lines.into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect_view();
    let role = |(id, name): (rollcall_core::id::RoleId, String)| {
        view! { <Link to=Route::At(Screen::Roles, Some(id.uuid())) class="tag">{icon(Icon::Shield)} <bdi>{name}</bdi></Link> }
    };
    let sign = if allowed { Icon::Check } else { Icon::Close };
    view! {
        <p class="verdict" class:good=allowed role="status">{icon(sign)} <strong dir="auto">{verdict}</strong></p>
        <ul class="consequences">{lines(reasons)} {lines(because)} {lines(elsewhere)}</ul>
        {(!roles.is_empty())
            .then(|| {
                view! {
                    <h3 class="label">{t!(roles_would_give)}</h3>
                    <div class="tags">{roles.into_iter().map(role).collect_view()}</div>
                }
            })}
        <div class="row-of">
            <Link to=Route::User(user, UserTab::Access) class="button small">{icon(Icon::Users)} {t!(roles_show_access)}</Link>
        </div>
    }
    .into_any()
}

/// Where rights hold, and through what.
fn told(rights: &[Right], names: &Directory) -> Vec<String> {
    let one = |right: &Right| {
        let sources: Vec<String> = right.from.iter().map(|source| because(*source, names)).collect();
        t!(roles_through, place = place(right.scope, names), because = language::list(&sources))
    };
    rights.iter().map(one).collect()
}
