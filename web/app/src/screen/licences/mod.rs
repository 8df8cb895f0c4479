//! Plans and add-ons: their seats as bars, who could give one back, and buying more or fewer (S0.3, S2.7).

mod back;
mod edit;
mod remove;

use crate::{
    language::{say, t},
    list::{Act, act_buttons, offered, opener},
    router::Route,
    state::{App, app},
    ui::{
        empty::EmptyState,
        icon::{Icon, icon},
        link::Link,
        meter::licence_meter,
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Key, Refusal, Refusals, Timestamp,
    command::Verb,
    id::{LicenceId, UserId},
    model::LicenceKind,
    query::{self, BulkAction, LicenceUsage, SeatsBack, licence_usage, seats_back},
    refusal::Field,
    sync::Replica,
};
use rollcall_view::Screen;
use rollcall_words::name;

/// What the parts of this page share. A handle: copies are the same.
#[derive(Clone, Copy)]
struct Page {
    app: App,
    ask: RwSignal<Option<Ask>>,
}

/// A dialog of this page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Ask {
    New,
    Edit(LicenceId),
    Remove(LicenceId),
    /// Whether a licence is to be taken from these.
    Take(LicenceId, Vec<UserId>),
}

/// What is known of a pool.
#[derive(Clone, Debug, PartialEq)]
struct Pool {
    usage: LicenceUsage,
    back: SeatsBack,
    acts: Vec<(Ask, Act)>,
    /// Whether licences can be taken from anybody.
    takes: bool,
}

/// The verb, or why not: who looks for it here is told.
fn act(replica: &Replica, now: Timestamp, id: LicenceId, verb: Verb, label: String, sign: Icon) -> Act {
    let about = Key::Licence(id);
    let refusals = match offered(replica, now, verb, &about) {
        Some(offer) => offer.why_not,
        None => query::refused(replica.view(), &replica.context(now), verb, &about)
            .map(Refusals::into_vec)
            .unwrap_or_default(),
    };
    let mut act = Act::new(label, sign, &refusals, replica);
    if verb == Verb::RemoveLicence && matches!(refusals.as_slice(), [Refusal::SeatsInUse { .. }]) {
        act.why_not = Some(t!(numbers_held));
    }
    act
}

fn pools(app: App) -> Vec<Pool> {
    let pools = app.ask(|replica, now| {
        let names = replica.view();
        let options = query::bulk_options(names, &replica.context(now));
        let seen = query::sees_sign_ins(names, &replica.context(now));
        let pool = |usage: LicenceUsage| {
            let id = usage.id;
            let edit = act(replica, now, id, Verb::EditLicence, t!(licences_edit), Icon::Edit);
            let remove = act(replica, now, id, Verb::RemoveLicence, t!(licences_remove), Icon::Trash).bad();
            let acts = vec![(Ask::Edit(id), edit), (Ask::Remove(id), remove)];
            let mut back = seats_back(names, id, now);
            if !seen {
                // Whoever is not told of sign-ins can't tell that there was none.
                back.never.clear();
            }
            Pool { back, usage, acts, takes: !options.licences.is_empty() }
        };
        licence_usage(names).into_iter().map(pool).collect()
    });
    pools.unwrap_or_default()
}

/// The page.
#[component]
pub fn Licences() -> impl IntoView {
    let app = app();
    let page = Page { app, ask: RwSignal::new(None) };
    let all = Memo::new(move |_| pools(app));
    let making = opener(app, Verb::AddLicence);
    let make = Callback::new(move |()| page.ask.set(Some(Ask::New)));
    let of = move |kind: LicenceKind| {
        let mut pools = all.get();
        pools.retain(|pool| pool.usage.kind == kind);
        pools
    };
    let section = move |id: &'static str, title: String, kind| {
        let heading = title.clone();
        let shown = move || {
            view! {
                <section class="pools" aria-labelledby=id>
                    <h2 id=id>{heading.clone()}</h2>
                    <ul class="cards">{of(kind).into_iter().map(|pool| card(page, pool)).collect_view()}</ul>
                </section>
            }
        };
        view! { <Show when=move || !of(kind).is_empty()>{shown()}</Show> }
    };
    let on_close = Callback::new(move |()| page.ask.set(None));
    let dialog = move || match page.ask.get() {
        None => ().into_any(),
        Some(Ask::New) => edit::new(page, on_close),
        Some(Ask::Edit(id)) => edit::edit(page, id, on_close),
        Some(Ask::Remove(id)) => remove::question_of(page, id, on_close),
        Some(Ask::Take(id, users)) => back::question_of(page, id, &users, on_close),
    };
    let nothing = move || app.is_ready() && all.with(Vec::is_empty);
    view! {
        <div class="page narrow">
            <header class="page-head">
                <div class="page-title">
                    <h1 id="list-title">{t!(users_licences)}</h1>
                </div>
                {making.button(t!(licences_new), make)}
            </header>
            <Show when=move || !app.is_ready()>
                <p class="opening"><span class="spinner" role="status" aria-label=t!(loading)></span></p>
            </Show>
            <Show when=nothing>
                <EmptyState sign=Icon::Card title=t!(licences_empty_title) sentence=t!(licences_empty_sentence) />
            </Show>
            {section("plans", t!(licences_plans), LicenceKind::Plan)}
            {section("add-ons", say(&name::field(Field::AddOns)), LicenceKind::AddOn)}
        </div>
        {dialog}
    }
}

fn card(page: Page, pool: Pool) -> AnyView {
    let Pool { usage, back, acts, takes } = pool;
    let (asks, acts): (Vec<_>, Vec<_>) = acts.into_iter().unzip();
    let begin = Callback::new(move |place: usize| page.ask.set(asks.get(place).cloned()));
    let seats = usage.seats.unwrap_or_default();
    let left = match usage.left() {
        None => String::new(),
        Some(0) => t!(seats_none_left, seats),
        Some(left) => t!(seats_left, left, seats),
    };
    view! {
        <li class="card pool">
            <ul class="bare">{licence_meter(&usage)}</ul>
            {(!left.is_empty()).then(|| view! { <p class="soft">{left}</p> })}
            <div class="detail-actions">
                <Link to=Route::At(Screen::Users, None) asking=format!("licence={}", usage.id) class="button small">
                    {icon(Icon::Users)}
                    {t!(licences_holders)}
                </Link>
                {act_buttons(acts, begin)}
            </div>
            {coming_back(page, usage.id, back, takes)}
        </li>
    }
    .into_any()
}

/// Who could give a seat back, and who has one without taking a seat.
fn coming_back(page: Page, id: LicenceId, back: SeatsBack, takes: bool) -> AnyView {
    let SeatsBack { expired, prepared, invited, never, suspended } = back;
    let groups = [("expired", expired), ("prepared", prepared), ("invited", invited), ("never", never)];
    let some = groups.iter().any(|(_, users)| !users.is_empty());
    let group = move |(group, users): (&'static str, Vec<UserId>)| {
        (!users.is_empty()).then(|| {
            let count = users.len();
            let take = move |_| page.ask.set(Some(Ask::Take(id, users.clone())));
            view! {
                <li>
                    <span>{t!(licences_back_group, count, group)}</span>
                    {takes
                        .then(|| {
                            view! { <button type="button" class="button small" on:click=take>{t!(licences_back_take)}</button> }
                        })}
                </li>
            }
        })
    };
    let groups: Vec<_> = groups.into_iter().map(group).collect();
    let resting = suspended.len();
    view! {
        {some
            .then(|| view! { <div class="seats-back"><h3>{t!(licences_back)}</h3> <ul class="bare">{groups}</ul></div> })}
        {(resting > 0).then(|| view! { <p class="soft">{t!(licences_suspended, count = resting)}</p> })}
    }
    .into_any()
}

/// What a licence is called.
fn called(app: App, id: LicenceId) -> String {
    app.ask_once(|replica, _| replica.view().licence(id).map(|licence| licence.name.to_string()))
        .flatten()
        .unwrap_or_default()
}

/// What would come of taking a licence from somebody.
const fn taking(licence: LicenceId) -> BulkAction {
    BulkAction::RemoveLicence { licence }
}
