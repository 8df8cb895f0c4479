//! What a team is called and stands for; disabling it and enabling it again; deleting it, with what points at it (S0.10, S0.11, S2.20).

use super::{One, Sure};
use crate::{
    form::{Form, part_frame},
    language::{say, t},
    router::{Route, TeamTab, UserTab},
    screen::{
        picture,
        user::parts::{act, field, part, standing},
    },
    text::called,
    ui::{
        field::TextField,
        icon::{Icon, icon},
        link::Link,
        select::{Choice, SelectField},
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Key, Refusal,
    command::{Authored, DeleteTeam, DisableTeam, EditTeam, EnableTeam, Verb},
    model::{AvatarOf, TeamKind},
    query::TeamDetail,
    refusal::Field,
    value::TeamName,
};
use rollcall_view::{Screen, list::kind_name, numbers::number_id};

/// The tab.
pub fn settings(one: One) -> AnyView {
    let edits = Memo::new(move |_| one.may(Verb::EditTeam));
    let pictures = Memo::new(move |_| one.may(Verb::SetAvatar));
    let gates = Memo::new(move |_| one.offered(Verb::DisableTeam).is_some() || one.offered(Verb::EnableTeam).is_some());
    let deletes = Memo::new(move |_| one.offered(Verb::DeleteTeam).is_some());
    view! {
        {move || edits.get().then(|| named(one))}
        {move || pictures.get().then(|| picture(one))}
        {move || gates.get().then(|| gate(one))}
        {move || deletes.get().then(|| delete(one))}
    }
    .into_any()
}

/// The kinds to choose from, by their places.
pub fn kinds() -> Vec<Choice> {
    TeamKind::ALL.iter().enumerate().map(|(at, kind)| Choice::new(at, say(&kind_name(*kind)))).collect()
}

/// The kind at a place.
pub fn kind_at(place: &str) -> TeamKind {
    place.parse().ok().and_then(|at: usize| TeamKind::ALL.get(at)).copied().unwrap_or_default()
}

fn named(one: One) -> AnyView {
    let stands = one.part(|detail: &TeamDetail| (detail.row.name.clone(), detail.row.kind));
    let form = standing("team-name-title", stands, move |(name, kind): (TeamName, TeamKind), ended| {
        let app = one.app;
        let seen = EditTeam { team: one.id, name, kind };
        let form = Form::new(app, ended).minded().filled_with(seen.clone());
        let name = form.line(&[Field::Name], Some(seen.name.to_string()), TeamName::parse, false);
        let at = TeamKind::ALL.iter().position(|of| *of == kind).unwrap_or_default();
        let kind = form.choice(&[Field::Kind], at.to_string());
        let before = seen.clone();
        let edit = move || EditTeam {
            team: one.id,
            name: name.value(TeamName::parse).unwrap_or_else(|| before.name.clone()),
            kind: kind.text.with(|kind| kind_at(kind)),
        };
        let trial = edit.clone();
        form.tries(move || trial().into());
        let save = move |()| {
            let edit = untrack(&edit);
            if edit == seen {
                form.end();
                return;
            }
            let undo = Authored { command: seen.clone().into(), seen: Some(edit.clone().into()) };
            form.issue(edit.into(), move || app.say_done(t!(team_saved), Some(undo), t!(undone)));
        };
        let fields = view! {
            <div class="pair">
                <TextField id="team-name" label=field(Field::Name) value=name.text error=name.error() on_leave=name.leave() />
                <SelectField id="team-kind" label=t!(teams_kind) choices=kinds() value=kind.text />
            </div>
        };
        (form, part_frame(form, Callback::new(save), fields.into_any()))
    });
    part("team-name-title", field(Field::Team), t!(team_name_note), move || one.waits(Key::Team(one.id)), form)
}

/// Its picture.
fn picture(one: One) -> AnyView {
    let of = AvatarOf::Team(one.id);
    let named = one.part(|detail: &TeamDetail| detail.row.name.to_string());
    let named = Signal::derive(move || named.get().unwrap_or_default());
    let body = picture::choice(one.app, of, named, one.id.uuid().as_u128(), "box large");
    let waits = move || one.waits(Key::Avatar(of));
    part("team-picture-title", field(Field::Avatar), t!(team_picture_note), waits, body)
}

/// Disabling, or enabling.
fn gate(one: One) -> AnyView {
    let disabled =
        Memo::new(move |_| one.detail.with(|detail| detail.as_ref().is_some_and(|detail| detail.row.disabled)));
    let draw = move || {
        let disabled = disabled.get();
        let (verb, label, note, sign) = match disabled {
            true => (Verb::EnableTeam, t!(team_enable), t!(team_enable_note), Icon::Play),
            false => (Verb::DisableTeam, t!(team_disable), t!(team_disable_note), Icon::Pause),
        };
        let start = Callback::new(move |()| {
            let name = one.name();
            if disabled {
                let undo = DisableTeam { team: one.id }.into();
                one.app.issue_saying(EnableTeam { team: one.id }.into(), t!(team_enabled, team = name), Some(undo));
            } else {
                one.asking.set(Some(Sure {
                    command: DisableTeam { team: one.id }.into(),
                    title: t!(team_disable_title, team = &name),
                    question: t!(team_disable_note),
                    lines: Vec::new(),
                    yes: t!(team_disable),
                    said: t!(team_disabled_now, team = name),
                    leaves: None,
                }));
            }
        });
        view! {
            <div class="deeds">
                <div class="setting">
                    <div>
                        <h3>{label.clone()}</h3>
                        <p class="soft">{note}</p>
                    </div>
                    {act("team-gate-why", one.offered(verb), label, sign, "", start)}
                </div>
            </div>
        }
    };
    part("team-gate-title", t!(team_use), String::new(), || false, view! { {draw} }.into_any())
}

/// What sends calls to it, by name, and the way there: as long as there is any, it is not deleted.
fn pointing(one: One) -> AnyView {
    let places = Memo::new(move |_| {
        let by = one.offers.with(|offers| {
            let why_not = offers.iter().filter(|offer| offer.verb == Verb::DeleteTeam).flat_map(|offer| &offer.why_not);
            let by = why_not.filter_map(|refusal| match refusal {
                Refusal::RoutedTo { by } => Some(by.clone()),
                _ => None,
            });
            by.flatten().collect::<Vec<Key>>()
        });
        let places = one.app.ask(|replica, _| {
            let named = |key: Key| Some((key, called(key, replica.view())?));
            by.into_iter().filter_map(named).collect::<Vec<_>>()
        });
        places.unwrap_or_default()
    });
    let place = |(key, name): (Key, String)| {
        let (to, sign) = match key {
            Key::User(user) => (Route::User(user, UserTab::Profile), Icon::Users),
            Key::CallHandling(user) => (Route::User(user, UserTab::Answering), Icon::Users),
            Key::Team(team) => (Route::Team(team, TeamTab::Calls), Icon::Teams),
            Key::Number(number) => (Route::At(Screen::Numbers, Some(number_id(number))), Icon::Phone),
            _ => return None,
        };
        Some(view! { <Link to=to class="tag">{icon(sign)} <bdi>{name}</bdi></Link> })
    };
    let draw = move || {
        let places = places.get();
        (!places.is_empty()).then(|| {
            view! {
                <div class="field">
                    <h3 class="label">{t!(team_pointing)}</h3>
                    <div class="tags">{places.into_iter().filter_map(place).collect_view()}</div>
                </div>
            }
        })
    };
    draw.into_any()
}

fn delete(one: One) -> AnyView {
    let draw = move || {
        let start = Callback::new(move |()| {
            let name = one.name();
            let channels =
                one.detail.with_untracked(|detail| detail.as_ref().map_or(0, |detail| detail.channels.len()));
            let mut lines = Vec::new();
            if channels > 0 {
                lines.push(t!(team_delete_channels, count = channels));
            }
            lines.extend([t!(team_delete_keeps), t!(ask_no_undo)]);
            one.asking.set(Some(Sure {
                command: DeleteTeam { team: one.id }.into(),
                title: t!(team_delete_title, team = &name),
                question: t!(team_delete_note),
                lines,
                yes: t!(team_delete),
                said: t!(team_deleted, team = name),
                leaves: Some(Route::At(Screen::Teams, None)),
            }));
        });
        view! {
            <div class="deeds">
                <div class="setting">
                    <div>
                        <h3>{t!(team_delete)}</h3>
                        <p class="soft">{t!(team_delete_note)}</p>
                    </div>
                    {act("team-delete-why", one.offered(Verb::DeleteTeam), t!(team_delete), Icon::Trash, "bad", start)}
                </div>
                {pointing(one)}
            </div>
        }
    };
    part("team-delete-title", t!(part_delete), String::new(), || false, view! { {draw} }.into_any())
}
