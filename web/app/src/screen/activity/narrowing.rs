//! The fields that narrow the log. What they say stands in the address; "back" fills them again.

use crate::{
    language::t,
    list::address,
    screen::picks,
    state::App,
    ui::{
        button::Button,
        field::TextField,
        icon::Icon,
        picker::{Pick, Picker},
        select::{Choice, SelectField},
    },
};
use leptos::prelude::*;
use rollcall_core::{id::UserId, model::Target, query::AuditWay};
use rollcall_view::{
    activity::{Asked, by_name, verb_of, way_of},
    text::history::way_name,
};

/// What the fields hold. A handle: copies are the same.
#[derive(Clone, Copy)]
struct Fields {
    about: RwSignal<String>,
    actor: RwSignal<String>,
    verb: RwSignal<String>,
    way: RwSignal<String>,
    from: RwSignal<String>,
    to: RwSignal<String>,
}

impl Fields {
    fn new(asked: &Asked) -> Self {
        let about = asked.user.map(Target::User).or(asked.team.map(Target::Team));
        Self {
            about: RwSignal::new(about.map(|about| picks::picked(about).0).unwrap_or_default()),
            actor: RwSignal::new(asked.actor.map(|actor| actor.to_string()).unwrap_or_default()),
            verb: RwSignal::new(asked.verb.map(|verb| verb.tag().to_owned()).unwrap_or_default()),
            way: RwSignal::new(asked.way.map(|way| way.code().to_owned()).unwrap_or_default()),
            from: RwSignal::new(asked.from.clone()),
            to: RwSignal::new(asked.to.clone()),
        }
    }

    /// What they ask for; tracked.
    fn read(self) -> Asked {
        let about = self.about.with(|about| picks::target(about, false));
        Asked {
            user: about.and_then(|about| if let Target::User(user) = about { Some(user) } else { None }),
            team: about.and_then(|about| if let Target::Team(team) = about { Some(team) } else { None }),
            actor: self.actor.with(|actor| actor.parse().ok()),
            verb: self.verb.with(|verb| verb_of(verb)),
            way: self.way.with(|way| way_of(way)),
            from: self.from.get(),
            to: self.to.get(),
        }
    }
}

/// The form. It is drawn again only when the address changes behind it.
pub fn form(app: App, asked: Memo<Asked>) -> AnyView {
    let written = StoredValue::new(asked.get_untracked());
    let round = Trigger::new();
    Effect::new(move |_| {
        let now = asked.get();
        if written.with_value(|written| *written != now) {
            written.set_value(now);
            round.notify();
        }
    });
    // Names are found and shown once the directory is there.
    let ready = Memo::new(move |_| app.is_ready());
    let drawn = move || {
        round.track();
        ready.get().then(|| fields(app, written))
    };
    let clear = Callback::new(move |_| app.router.keep(String::new()));
    view! {
        <form class="log-asked" aria-label=t!(activity_narrowing) on:submit=|event| event.prevent_default()>
            {drawn}
            <Show when=move || asked.with(Asked::narrows)>
                <div class="action">
                    <Button label=t!(activity_clear) kind="small" sign=Icon::Close on_click=clear />
                </div>
            </Show>
        </form>
    }
    .into_any()
}

fn fields(app: App, written: StoredValue<Asked>) -> AnyView {
    let begun = written.get_value();
    let fields = Fields::new(&begun);
    Effect::new(move |before: Option<()>| {
        let wanted = fields.read();
        if before.is_some() && written.with_value(|written| *written != wanted) {
            written.set_value(wanted.clone());
            app.router.keep(address::written(&wanted.fields()));
        }
    });
    let called = |user: Option<UserId>| {
        let name = app.ask_once(|replica, _| Some(replica.view().user(user?)?.display_name().into_owned()));
        name.flatten().unwrap_or_default()
    };
    let about = match begun.team {
        Some(team) => {
            let name = app.ask_once(|replica, _| Some(replica.view().team(team)?.name.to_string()));
            name.flatten().unwrap_or_default()
        }
        None => called(begun.user),
    };
    let users = Callback::new(move |words: String| picks::users(app, &words));
    let things = Callback::new(move |words: String| {
        let mut picks: Vec<Pick> = picks::targets(app, &words);
        picks.retain(|pick| !matches!(picks::target(&pick.value, false), Some(Target::Number(_)) | None));
        picks
    });
    let any = || Choice::new("", t!(activity_anything));
    let verbs = by_name().into_iter().map(|(verb, name)| Choice::new(verb.tag(), name));
    let verbs: Vec<_> = std::iter::once(any()).chain(verbs).collect();
    let ways = AuditWay::ALL.into_iter().map(|way| Choice::new(way.code(), way_name(way)));
    let ways: Vec<_> = std::iter::once(any()).chain(ways).collect();
    view! {
        <Picker id="activity-about" label=t!(activity_about) value=fields.about first=about find=things />
        <Picker id="activity-actor" label=t!(activity_by) value=fields.actor first=called(begun.actor) find=users />
        <SelectField id="activity-verb" label=t!(activity_what) choices=verbs value=fields.verb />
        <SelectField id="activity-way" label=t!(activity_by_what) choices=ways value=fields.way />
        <TextField id="activity-from" label=t!(activity_from) kind="date" value=fields.from />
        <TextField id="activity-to" label=t!(activity_to) kind="date" value=fields.to />
    }
    .into_any()
}
