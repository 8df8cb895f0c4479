//! Orders how somebody leaves, in one form: suspended now or at a moment, numbers, calls and teams handed over, licences kept or
//! taken, deleted days later (domain.md, 2.24). What comes of it stands below what is asked for, as the core forecasts it.

use super::Page;
use crate::{
    browser,
    form::{Entry, Form, MomentEntry, form_frame, zone_of},
    language::{say, t},
    screen::picks::{picked, target, targets, users},
    text,
    ui::{
        checkbox::Checkbox,
        dialog::Dialog,
        field::TextField,
        picker::{Pick, Picker},
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Directory, Key, Timestamp,
    command::{OffBoard, Verb},
    id::UserId,
    model::{OffBoarding, Target},
    query::{self, off_boarding, off_boarding_forecast},
    refusal::Field,
    time::Span,
    value::{TimeZone, ValueError},
};
use rollcall_words::name;

/// In milliseconds.
pub(super) const HOUR: i64 = 3_600_000;

/// What is known when the form is opened.
#[derive(Clone, Default)]
struct Known {
    name: String,
    order: Option<OffBoarding>,
    /// It is suspended, and all is handed over: what is still to come can be changed.
    done: bool,
    zone: Option<TimeZone>,
    has_numbers: bool,
    has_teams: bool,
    has_licences: bool,
    may_delete: bool,
    now: Timestamp,
}

/// To whom something goes: what was picked, and what is typed.
#[derive(Clone, Copy)]
pub(super) struct Heir {
    pub entry: Entry,
    typed: RwSignal<String>,
}

impl Heir {
    pub fn new(form: Form, about: &'static [Field], first: String) -> Self {
        let typed = RwSignal::new(String::new());
        let lost = move |picked: &str| {
            (picked.is_empty() && typed.with(|typed| !typed.trim().is_empty())).then(|| t!(off_board_pick))
        };
        Self { entry: form.typed(about, first, lost), typed }
    }

    pub fn draw(
        self,
        id: &'static str,
        label: String,
        first: String,
        hint: String,
        find: Callback<String, Vec<Pick>>,
    ) -> AnyView {
        let Self { entry, typed } = self;
        view! {
            <Picker
                id=id
                label=label
                first=first
                typed=typed
                optional=true
                hint=Signal::derive(move || hint.clone())
                value=entry.text
                error=entry.error()
                find=find
            />
        }
        .into_any()
    }
}

/// The dialog.
#[component]
pub fn OffBoardDialog(id: UserId, on_close: Callback<()>) -> impl IntoView {
    let page: Page = expect_context();
    let app = page.app;
    let known = app.ask_once(|replica, now| {
        let (names, context) = (replica.view(), replica.context(now));
        let user = names.user(id)?;
        let leaving = off_boarding(names, &context, id);
        Some(Known {
            name: user.display_name().into_owned(),
            order: leaving.as_ref().map(|leaving| leaving.order),
            done: leaving.is_some_and(|leaving| leaving.done.is_some()),
            zone: zone_of(names, Some(id)),
            has_numbers: names.numbers_of(id).next().is_some(),
            has_teams: names.teams_of(id).next().is_some(),
            has_licences: user.licences().next().is_some(),
            may_delete: query::offer(names, &context, Verb::DeleteUser, &Key::User(id)).is_some(),
            now,
        })
    });
    let Some(known) = known.flatten() else { return ().into_any() };
    let Known { order, done, now, .. } = known;
    let seen = OffBoard { user: id, order };
    let form = Form::new(app, on_close).minded().filled_with(seen.clone());

    // A week from now, on the hour.
    let suggested = Timestamp((now.after(Span::days(7)).0 / HOUR) * HOUR);
    let first_later = order.is_some() && !done;
    let later = RwSignal::new(first_later);
    form.part(Signal::derive(move || later.get() != first_later));
    let asked = move || later.get() && !done;
    let first_moment = order.map_or(suggested, |order| order.suspend_at);
    let moment = MomentEntry::new(app, form, &[Field::SuspendAt], known.zone.clone(), first_moment, asked);

    let first = |target: Option<Target>| target.map(|target| picked(target).0).unwrap_or_default();
    let numbers = Heir::new(form, &[Field::Number], first(order.and_then(|order| order.numbers)));
    let calls = Heir::new(form, &[Field::Target], first(order.and_then(|order| order.calls)));
    let heir = order.and_then(|order| order.teams);
    let teams = Heir::new(form, &[Field::Team], heir.map(|heir| heir.to_string()).unwrap_or_default());
    let first_keep = order.is_some_and(|order| order.keep_licences);
    let keep = RwSignal::new(first_keep);
    form.part(Signal::derive(move || keep.get() != first_keep));
    let first_days = order.and_then(|order| order.delete_after).map(|days| days.to_string()).unwrap_or_default();
    let days = form.typed(&[Field::DeleteAfter], first_days, no_days);

    let made = move || OffBoard {
        user: id,
        order: Some(OffBoarding {
            suspend_at: match order.filter(|_| done) {
                Some(order) => order.suspend_at,
                None if later.get() => moment.value().unwrap_or(suggested),
                None => app.ask_once(|_, now| now).unwrap_or(now),
            },
            numbers: numbers.entry.text.with(|to| target(to, false)),
            calls: calls.entry.text.with(|to| target(to, is_voicemail(order.and_then(|order| order.calls), to))),
            teams: teams.entry.text.with(|user| user.parse().ok()),
            keep_licences: keep.get(),
            delete_after: days.text.with(|text| days_of(text)),
        }),
    };
    form.tries(move || made().into());
    let comes = Memo::new(move |_| {
        let order = made().order?;
        app.ask(|replica, now| {
            let (names, context) = (replica.view(), replica.context(now));
            let mut forecast = off_boarding_forecast(names, &context, id, order)?;
            // What was done already is not done again.
            if let Some(before) = off_boarding(names, &context, id).filter(|before| before.done.is_some()) {
                forecast.done = before.done;
                (forecast.numbers, forecast.teams, forecast.licences) = Default::default();
            }
            Some(text::leaving::comes(&forecast, names, now))
        })
        .flatten()
    });
    let save = {
        let (seen, who) = (seen.clone(), known.name.clone());
        move |()| {
            let order = untrack(made);
            if !untrack(|| form.is_changed()) && seen.order.is_some() {
                form.end();
                return;
            }
            let at_once = !done && !untrack(|| later.get());
            let said = if at_once { t!(off_board_done, who = &who) } else { t!(off_board_ordered, who = &who) };
            form.issue(order.into(), move || app.toasts.say(said));
        }
    };
    // Whoever leaves takes over nothing of its own.
    let others = move |picks: Vec<Pick>| {
        let leaver = [picked(Target::User(id)).0, id.to_string()];
        picks.into_iter().filter(|pick| !leaver.contains(&pick.value)).collect::<Vec<_>>()
    };
    let find_targets = Callback::new(move |words: String| others(targets(app, &words)));
    let find_users = Callback::new(move |words: String| others(users(app, &words)));
    let said =
        move |target: Option<Target>| app.ask_once(|replica, _| target.map(|to| called(to, replica.view()))).flatten();
    let first_name = move |target: Option<Target>| said(target).unwrap_or_default();
    let fields = view! {
        {(!done).then(|| moments(later, moment))}
        {(known.has_numbers && !done)
            .then(|| {
                let first = first_name(order.and_then(|order| order.numbers));
                numbers.draw("off-numbers", t!(off_board_numbers), first, t!(off_board_numbers_hint), find_targets)
            })}
        {calls.draw("off-calls", t!(off_board_calls), first_name(order.and_then(|order| order.calls)), t!(off_board_calls_hint), find_targets)}
        {(known.has_teams && !done)
            .then(|| {
                let first = first_name(heir.map(Target::User));
                teams.draw("off-teams", t!(off_board_teams), first, t!(off_board_teams_hint), find_users)
            })}
        {(known.has_licences && !done)
            .then(|| {
                view! { <Checkbox label=t!(off_board_keep) note=t!(off_board_keep_note) checked=keep on_change=move |on| keep.set(on) /> }
            })}
        {(known.may_delete || order.is_some_and(|order| order.delete_after.is_some()))
            .then(|| {
                days_field(days)
            })}
        <section class="comes" aria-labelledby="off-comes">
            <h3 id="off-comes">{t!(off_board_comes)}</h3>
            <ul class="consequences" aria-live="polite">
                {move || comes.get().unwrap_or_default().into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect_view()}
            </ul>
        </section>
    };
    browser::focus(if done { "off-calls" } else { "off-now" });
    let yes = Signal::derive(move || match later.get() || done {
        true => t!(off_board_yes_later),
        false => t!(off_board_yes_now),
    });
    let note = Signal::derive(move || if app.is_online() { String::new() } else { t!(ask_offline) });
    view! {
        <Dialog title=t!(off_board_title, who = known.name) on_close=move || form.close()>
            {form_frame(form, yes, note, form.said_whole(), Callback::new(save), fields.into_any())}
        </Dialog>
    }
    .into_any()
}

/// So many days.
pub(super) fn days_of(text: &str) -> Option<u16> {
    text.trim().parse().ok()
}

/// Why that is no number of days; whether it is one that may be, the rules judge.
pub(super) fn no_days(text: &str) -> Option<String> {
    let error = ValueError::OutOfRange { min: 1, max: OffBoarding::MAX_DAYS.into() };
    (!text.trim().is_empty() && days_of(text).is_none()).then(|| text::value_error(error))
}

/// After how many days it is deleted.
pub(super) fn days_field(days: Entry) -> AnyView {
    view! {
        <TextField
            id="off-days"
            label=t!(off_board_days)
            numeric=true
            optional=true
            hint=Signal::derive(|| t!(off_board_days_hint))
            value=days.text
            error=days.error()
            on_leave=days.leave()
        />
    }
    .into_any()
}

/// Now, or when.
pub(super) fn moments(later: RwSignal<bool>, moment: MomentEntry) -> AnyView {
    let choice = move |id: &'static str, mine: bool, label: String| {
        view! {
            <label>
                <input
                    id=id
                    type="radio"
                    name="off-board-when"
                    prop:checked=move || later.get() == mine
                    on:change=move |_| later.set(mine)
                />
                {label}
            </label>
        }
    };
    view! {
        <div class="field">
            <span class="label">{t!(off_board_when)}</span>
            <div class="choices" role="radiogroup" aria-label=t!(off_board_when)>
                {choice("off-now", false, t!(off_board_now))} {choice("off-later", true, t!(off_board_later))}
            </div>
        </div>
        <Show when=move || later.get()>{moment.draw("off-moment", say(&name::field(Field::SuspendAt)))}</Show>
    }
    .into_any()
}

/// Whether what calls went to was a voicemail, and still is picked.
fn is_voicemail(before: Option<Target>, to: &str) -> bool {
    before.is_some_and(|before| picked(before) == (to.to_owned(), true))
}

/// What a target is called.
fn called(to: Target, names: &Directory) -> String {
    say(&rollcall_words::target(to, names))
}
