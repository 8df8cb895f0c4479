//! One team beside the list: what is known of it, and who is in it.

use super::{
    action::{Asked, begin, offers},
    row::{called_at, state},
};
use crate::{
    language::{self, say, t},
    list::{List, act_buttons, panel},
    router::{Route, TeamTab},
    screen::picture::picture_of,
    state::App,
    ui::{
        avatar::{avatar, pictured},
        empty::EmptyState,
        icon::{Icon, icon},
        link::Link,
    },
};
use leptos::prelude::*;
use rollcall_core::{
    id::TeamId,
    model::AvatarOf,
    query::{TeamDetail, TeamMember, team_detail},
    refusal::Field,
};
use rollcall_view::{Screen, list::kind_name};
use rollcall_words::name;

/// So many members are named here; the list of users has all of them.
const NAMED: usize = 100;

/// The panel of one team.
pub fn detail(list: List, asked: Asked, id: TeamId) -> AnyView {
    let known = Memo::new(move |_| list.app.ask(|replica, now| team_detail(replica.view(), id, now)).flatten());
    let offered = Memo::new(move |_| list.app.ask(|replica, now| offers(replica, now, id)).unwrap_or_default());
    let acts = move || {
        let (doings, acts): (Vec<_>, Vec<_>) = offered.get().into_iter().unzip();
        let on_act = Callback::new(move |place: usize| begin(asked, doings.get(place).copied(), vec![id]));
        view! { <div class="detail-actions end">{act_buttons(acts, on_act)}</div> }
    };
    let body = move || match known.get() {
        Some(detail) => view! { {shown(list.app, id, detail)} {acts} }.into_any(),
        None => view! {
            <EmptyState sign=Icon::Teams title=t!(teams_gone_title) sentence=t!(teams_gone_sentence) />
        }
        .into_any(),
    };
    panel(list, body.into_any())
}

fn shown(app: App, id: TeamId, detail: TeamDetail) -> AnyView {
    let TeamDetail { row, members, channels, .. } = detail;
    let name = row.name.to_string();
    let (word, tone) = state(row.disabled);
    let roles: Vec<String> = row.roles.iter().map(ToString::to_string).collect();
    let channels: Vec<String> = channels
        .into_iter()
        .map(
            |(_, name, public)| {
                if public { name.to_string() } else { t!(teams_private_channel, channel = name.as_str()) }
            },
        )
        .collect();
    let facts = [
        (t!(teams_managers), language::list(&row.managers)),
        (t!(teams_roles), language::list(&roles)),
        (t!(teams_channels), language::list(&channels)),
        (t!(teams_called_at), language::list(&called_at(&row))),
        (t!(teams_calls), if row.takes_calls { t!(teams_take_calls) } else { t!(teams_take_no_calls) }),
    ];
    let facts = facts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| view! { <div><dt>{name}</dt><dd dir="auto">{value}</dd></div> })
        .collect_view();
    let count = members.len();
    let listed = members.into_iter().take(NAMED).map(member).collect_view();
    view! {
        <div class="detail-head">
            {pictured(picture_of(app, AvatarOf::Team(id)), &name, id.uuid().as_u128(), "box large")}
            <div class="detail-name">
                <h2 dir="auto">{name.clone()}</h2>
                <p class="soft">{say(&kind_name(row.kind))}</p>
                <div class="row-of"><span class=format!("badge {tone}")>{word}</span></div>
            </div>
        </div>
        <div class="detail-actions">
            <Link to=Route::Team(id, TeamTab::Members) class="button small primary">{t!(user_open)}</Link>
        </div>
        <dl class="facts">{facts}</dl>
        <section class="members" aria-labelledby="members-title">
            <div class="members-head">
                <h3 id="members-title">{say(&name::field(Field::Members))} " " <span class="soft number">{language::number(count)}</span></h3>
                {(count > 0)
                    .then(|| {
                        view! {
                            <Link to=Route::At(Screen::Users, None) asking=format!("team={id}") class="button small">
                                {icon(Icon::Users)}
                                {t!(teams_show_members)}
                            </Link>
                        }
                    })}
            </div>
            <ul>{listed}</ul>
            {(count == 0).then(|| view! { <p class="soft">{t!(teams_nobody)}</p> })}
        </section>
    }
    .into_any()
}

/// One member, and why: nothing is said of who was added by hand alone.
fn member(member: TeamMember) -> impl IntoView {
    let through: Vec<String> = member.through.iter().map(ToString::to_string).collect();
    let through = (!through.is_empty()).then(|| {
        let roles = language::list(&through);
        view! { <small dir="auto">{t!(teams_through, roles)}</small> }
    });
    view! {
        <li>
            <Link to=Route::user(member.user)>
                {avatar(&member.name, member.user.uuid().as_u128(), "")}
                <span><span class="clip" dir="auto">{member.name.clone()}</span> {through}</span>
            </Link>
        </li>
    }
}
