//! Who is in a team, and why: found by name, added and taken (S0.10).

use super::One;
use crate::{
    browser,
    language::{self, say, t},
    list::offered,
    router::{Route, UserTab},
    screen::{
        picks::users,
        user::parts::{nothing, part},
    },
    text,
    ui::{
        avatar::avatar,
        badge::pending_mark,
        button::IconButton,
        icon::{Icon, icon},
        link::Link,
        picker::Picker,
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Key,
    command::{AddMember, RemoveMember, Verb},
    id::UserId,
    query::TeamMember,
    refusal::Field,
    value::fold,
};
use rollcall_view::Screen;
use rollcall_words::name;

/// So many are shown at once; the search finds the others.
const SHOWN: usize = 100;
/// So many need no search.
const FEW: usize = 8;

/// Somebody as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    user: UserId,
    name: String,
    through: Vec<String>,
    /// Whether it can be taken; none when that is not this viewer's business.
    takes: Option<Option<String>>,
    waits: bool,
}

/// The part.
pub fn members(one: One) -> AnyView {
    let words = RwSignal::new(String::new());
    let all = one.part(|detail| detail.members.clone());
    let count = Memo::new(move |_| all.with(|all| all.as_ref().map_or(0, Vec::len)));
    let found = Memo::new(move |_| {
        let folded = words.with(|words| fold(words));
        let fits = |member: &&TeamMember| {
            let name = fold(&member.name);
            folded.split_whitespace().all(|word| name.contains(word))
        };
        all.with(|all| all.iter().flatten().filter(fits).cloned().collect::<Vec<_>>())
    });
    let lines = Memo::new(move |_| {
        let pending = one.pending.get();
        let lines = one.app.ask(|replica, now| {
            let line = |member: &TeamMember| {
                let key = Key::Membership(one.id, member.user);
                let offer = offered(replica, now, Verb::RemoveMember, &key);
                let why_not = |offer: rollcall_core::query::Offer| {
                    (!offer.why_not.is_empty()).then(|| text::refusals(&offer.why_not, Some(replica.view())))
                };
                Line {
                    user: member.user,
                    name: member.name.clone(),
                    through: member.through.iter().map(ToString::to_string).collect(),
                    // Who came through a role alone leaves with it.
                    takes: offer.filter(|_| member.by_hand).map(why_not),
                    waits: pending.contains(&key),
                }
            };
            found.with(|found| found.iter().take(SHOWN).map(line).collect::<Vec<_>>())
        });
        lines.unwrap_or_default()
    });
    let search = move || {
        (count.get() > FEW).then(|| {
            view! {
                <div class="with-inside search" role="search">
                    {icon(Icon::Search)}
                    <input
                        class="input"
                        type="search"
                        aria-label=t!(team_search)
                        placeholder=t!(team_search)
                        prop:value=move || words.get()
                        on:input=move |event| words.set(event_target_value(&event))
                    />
                </div>
            }
        })
    };
    let list = move || {
        let rest = found.with(Vec::len).saturating_sub(SHOWN);
        let lines = lines.get();
        if lines.is_empty() {
            return nothing(if count.get() == 0 { t!(teams_nobody) } else { t!(team_nobody_found) });
        }
        view! {
            <ul class="things">{lines.into_iter().map(|of| line(one, of)).collect_view()}</ul>
            {(rest > 0).then(|| view! { <p class="soft">{t!(ask_more, count = rest)}</p> })}
        }
        .into_any()
    };
    let show = move || {
        (count.get() > 0).then(|| {
            view! {
                <div class="row-of">
                    <Link to=Route::At(Screen::Users, None) asking=format!("team={}", one.id) class="button small">
                        {icon(Icon::Users)}
                        {t!(teams_show_members)}
                    </Link>
                </div>
            }
        })
    };
    let body = view! { {search} {list} {add(one)} {show} };
    let title = say(&name::field(Field::Members));
    part("members-title", title, t!(team_members_note), || false, body.into_any())
}

fn line(one: One, Line { user, name, through, takes, waits }: Line) -> AnyView {
    let sub = (!through.is_empty()).then(|| t!(teams_through, roles = language::list(&through)));
    let take = move |_| {
        let name =
            one.app.ask_once(|replica, _| replica.view().user(user).map(|user| user.display_name().into_owned()));
        let said = t!(team_member_removed, name = name.flatten().unwrap_or_default());
        let undo = AddMember { team: one.id, user }.into();
        one.app.issue_saying(RemoveMember { team: one.id, user }.into(), said, Some(undo));
        browser::focus("members-title");
    };
    let act = takes.map(|why_not| match why_not {
        None => view! { <IconButton label=t!(team_remove_member, name = &name) sign=Icon::Close on_click=take /> }
            .into_any(),
        Some(why) => view! { <small class="faint why-not">{why}</small> }.into_any(),
    });
    view! {
        <li>
            {avatar(&name, user.uuid().as_u128(), "")}
            <div class="clip-box">
                <p>
                    <Link to=Route::User(user, UserTab::Profile)><bdi>{name.clone()}</bdi></Link>
                    " "
                    {waits.then(pending_mark)}
                </p>
                {sub.map(|sub| view! { <p class="faint" dir="auto">{sub}</p> })}
            </div>
            {act}
        </li>
    }
    .into_any()
}

/// The field that adds somebody.
fn add(one: One) -> AnyView {
    let adds = Memo::new(move |_| one.may(Verb::AddMember));
    let (picked, round, error) = (RwSignal::new(String::new()), RwSignal::new(0_u32), RwSignal::new(None::<String>));
    Effect::new(move |_| {
        let Ok(user) = picked.with(|picked| picked.parse::<UserId>()) else {
            return error.set(None);
        };
        let command: rollcall_core::Command = AddMember { team: one.id, user }.into();
        let tried = one.app.ask_once(|replica, now| {
            let name = replica.view().user(user).map(|user| user.display_name().into_owned()).unwrap_or_default();
            let refused = replica.check(&command, None, now).err();
            (name, refused.map(|refused| text::refusals(&refused.into_vec(), Some(replica.view()))))
        });
        let Some((name, refused)) = tried else { return };
        if refused.is_some() {
            return error.set(refused);
        }
        let undo = RemoveMember { team: one.id, user }.into();
        one.app.issue_saying(command.into(), t!(team_member_added, name), Some(undo));
        picked.set(String::new());
        // The field begins again.
        round.update(|round| *round += 1);
        browser::focus("team-add");
    });
    let find = Callback::new(move |words: String| {
        let mut found = users(one.app, &words);
        let inside = one.app.ask(|replica, _| {
            let there = |value: &str| {
                let user = value.parse().ok();
                user.is_some_and(|user| replica.view().membership(one.id, user).is_some_and(|member| member.by_hand))
            };
            found.iter().map(|pick| there(&pick.value)).collect::<Vec<_>>()
        });
        let mut inside = inside.unwrap_or_default().into_iter();
        found.retain(|_| !inside.next().unwrap_or_default());
        found
    });
    let draw = move || {
        adds.get().then(|| {
            view! {
                {move || {
                    let _ = round.get();
                    view! { <Picker id="team-add" label=t!(team_add_member) value=picked error=error find=find /> }
                }}
            }
        })
    };
    draw.into_any()
}
