//! What the command palette shows: a field, and below it what its words lead to. The focus stays in the field; arrows move
//! among the entries, and `aria-activedescendant` names the chosen one for screen readers.

use crate::{
    browser,
    language::{say, t},
    router::Route,
    screen::{
        invite::Making,
        teams,
        users::{action, new_user_mode},
    },
    shell::palette::Palette,
    state::{App, app},
    ui::icon::{Icon, icon},
};
use leptos::{ev, prelude::*};
use rollcall_core::{Timestamp, sync::Replica};
use rollcall_view::{
    Reader, Screen,
    palette::{Act, Deed, Deeds, Entry, Goal, Section, Thing, find},
};

/// The palette's contents.
#[component]
pub fn Contents() -> impl IntoView {
    let app = app();
    let palette: Palette = expect_context();
    let (words, at) = (RwSignal::new(String::new()), RwSignal::new(0_usize));
    let names = names();
    let sections = Memo::new(move |_| {
        let mails_kept = app.info.with(|info| info.as_ref().is_some_and(|info| info.mail_outbox));
        let found = app.ask(|replica, now| {
            let reader = Reader { directory: replica.view(), context: &replica.context(now), mails_kept };
            let deeds = Deeds { names: &names, of: &|thing| deeds(replica, now, thing) };
            words.with(|words| find(&reader, words, say, &deeds))
        });
        found.unwrap_or_default()
    });
    let count =
        Memo::new(move |_| sections.with(|sections| sections.iter().map(|(_, entries)| entries.len()).sum::<usize>()));
    let run = move |goal: Goal| {
        palette.close();
        go(app, palette, goal);
    };
    let keys = move |event: ev::KeyboardEvent| {
        let (here, last) = (at.get_untracked(), count.get_untracked().saturating_sub(1));
        match event.key().as_str() {
            "ArrowDown" => step(at, if here >= last { 0 } else { here + 1 }),
            "ArrowUp" => step(at, here.checked_sub(1).unwrap_or(last)),
            "Enter" => {
                let goal = sections.with_untracked(|sections| {
                    sections.iter().flat_map(|(_, entries)| entries).nth(here).map(|entry| entry.goal)
                });
                if let Some(goal) = goal {
                    run(goal);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    browser::focus("palette");
    let list = move || {
        let mut first = 0;
        let drawn = sections.get().into_iter().map(|(section, entries)| {
            let from = first;
            first += entries.len();
            group(section, entries, from, at, Callback::new(run))
        });
        drawn.collect_view()
    };
    view! {
        <div class="palette">
            <div class="with-inside">
                {icon(Icon::Search)}
                <input
                    id="palette"
                    class="input"
                    type="text"
                    role="combobox"
                    aria-expanded="true"
                    aria-controls="palette-list"
                    aria-autocomplete="list"
                    aria-activedescendant=move || (count.get() > 0).then(|| format!("palette-{}", at.get()))
                    aria-label=t!(palette_field)
                    placeholder=t!(palette_field)
                    autocomplete="off"
                    spellcheck="false"
                    enterkeyhint="go"
                    dir="auto"
                    prop:value=move || words.get()
                    on:input=move |event| {
                        at.set(0);
                        words.set(event_target_value(&event));
                    }
                    on:keydown=keys
                />
            </div>
            <div id="palette-list" class="palette-list" role="listbox" aria-label=t!(palette)>{list}</div>
            <p class="soft" hidden=move || count.get() != 0>{t!(palette_nothing)}</p>
            <p class="hidden-text" role="status">{move || t!(palette_found, count = count.get())}</p>
        </div>
    }
}

/// A section: its heading and entries, the first of which has this place among all.
fn group(section: Section, entries: Vec<Entry>, from: usize, at: RwSignal<usize>, run: Callback<Goal>) -> AnyView {
    let name = say(&section.name());
    let one = |(offset, entry): (usize, Entry)| {
        let (place, goal) = (from + offset, entry.goal);
        view! {
            <div
                id=format!("palette-{place}")
                role="option"
                aria-selected=move || if at.get() == place { "true" } else { "false" }
                on:pointermove=move |_| at.set(place)
                on:click=move |_| run.run(goal)
            >
                {icon(entry.icon)}
                <span class="clip" dir="auto">{entry.name}</span>
                <span class="clip faint" dir="auto">{entry.sub}</span>
            </div>
        }
    };
    view! {
        <div role="group" aria-label=name.clone()>
            <p aria-hidden="true">{name.clone()}</p>
            {entries.into_iter().enumerate().map(one).collect_view()}
        </div>
    }
    .into_any()
}

/// Moves to an entry, and scrolls it into view.
fn step(at: RwSignal<usize>, to: usize) {
    at.set(to);
    if let Some(entry) = browser::element(&format!("palette-{to}")) {
        let nearest = web_sys::ScrollIntoViewOptions::new();
        nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
        entry.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// All that can be done to users and teams.
fn names() -> Vec<String> {
    let users = action::Doing::ALL.into_iter().map(action::Doing::label);
    users.chain(teams::action::Doing::ALL.into_iter().map(teams::action::Doing::label)).collect()
}

/// What can be done to one of them.
fn deeds(replica: &Replica, now: Timestamp, thing: Thing) -> Vec<Deed> {
    match thing {
        Thing::User(id) => {
            let offers = action::offers(replica, now, id).into_iter().filter(|offer| offer.why_not.is_none());
            let deed = |doing: action::Doing| Deed { verb: doing.verb(), name: doing.label(), icon: doing.sign() };
            offers.map(|offer| deed(offer.doing)).collect()
        }
        Thing::Team(id) => {
            let offers = teams::action::offers(replica, now, id).into_iter().filter(|(_, act)| act.why_not.is_none());
            let deed =
                |doing: teams::action::Doing| Deed { verb: doing.verb(), name: doing.label(), icon: doing.sign() };
            offers.map(|(doing, _)| deed(doing)).collect()
        }
    }
}

/// Goes there, or does it.
fn go(app: App, palette: Palette, goal: Goal) {
    match goal {
        Goal::Screen(screen) => app.router.go(Route::At(screen, None)),
        Goal::User(id) => app.router.go(Route::user(id)),
        Goal::Team(id) => app.router.go(Route::At(Screen::Teams, Some(id.uuid()))),
        Goal::Begin(verb, thing) => {
            let (to, id) = match thing {
                Thing::User(id) => (Route::user(id), id.uuid()),
                Thing::Team(id) => (Route::At(Screen::Teams, Some(id.uuid())), id.uuid()),
            };
            app.router.go(to);
            app.wanted.set(Some((verb, Some(id))));
        }
        Goal::Act(Act::Shortcuts) => palette.shortcuts.set(true),
        Goal::Act(act @ (Act::NewTeam | Act::NewRole | Act::AddNumbers | Act::AddContact)) => {
            if let Some((screen, verb)) = act.makes() {
                app.router.go(Route::At(screen, None));
                app.wanted.set(Some((verb, None)));
            }
        }
        Goal::Act(Act::Invite) => palette.making.set(new_user_mode(app).map(Making::Person)),
        Goal::Act(Act::System) => palette.making.set(Some(Making::System)),
        Goal::Act(Act::Sync) => app.sync_now(),
        Goal::Act(Act::Light) => app.set_theme(Some("light")),
        Goal::Act(Act::Dark) => app.set_theme(Some("dark")),
        Goal::Act(Act::AsDevice) => app.set_theme(None),
        Goal::Act(Act::SignOut) => palette.leaving.set(true),
    }
}
