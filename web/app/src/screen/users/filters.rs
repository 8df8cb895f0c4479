//! Whom the list shows: chips for the state, and a small form for role, team, licence and kind, each choice with how many
//! users it leaves.

use super::Page;
use crate::{
    browser,
    language::{number, say, t},
    ui::{
        button::Button,
        checkbox::Checkbox,
        field::Field,
        icon::{Icon, icon},
        popover::{Anchor, Popover},
    },
};
use leptos::{html, prelude::*};
use rollcall_core::{
    Directory,
    query::{StateFilter, UserFilters, UserQuery, user_filters},
    refusal::Field,
};
use rollcall_words::name;

/// The chips for the state, and the button of the form.
#[component]
pub fn Filters() -> impl IntoView {
    let page: Page = expect_context();
    let counts = Memo::new(move |_| page.shown.with(|shown| shown.list.counts));
    let chip = move |filter: StateFilter, name: String| {
        let count = move || {
            let counts = counts.get();
            match filter {
                StateFilter::All => counts.all,
                StateFilter::Active => counts.active,
                StateFilter::Prepared => counts.prepared,
                StateFilter::Invited => counts.invited,
                StateFilter::Expired => counts.expired,
                StateFilter::Suspended => counts.suspended,
            }
        };
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || if page.query.with(|query| query.state == filter) { "true" } else { "false" }
                on:click=move |_| page.show(|query| query.state = filter)
            >
                {name}
                <span class="number">{move || number(count())}</span>
            </button>
        }
    };
    view! {
        <div class="chips" role="group" aria-label=t!(users_filter_state)>
            {chip(StateFilter::All, t!(users_filter_all))}
            {chip(StateFilter::Active, t!(standing_active))}
            {chip(StateFilter::Invited, t!(standing_invited))}
            {chip(StateFilter::Expired, t!(standing_expired))}
            {chip(StateFilter::Prepared, t!(standing_prepared))}
            {chip(StateFilter::Suspended, t!(standing_suspended))}
        </div>
    }
}

/// One filter besides the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Filter {
    Role,
    Team,
    Licence,
    System,
}

impl Filter {
    const ALL: [Self; 4] = [Self::Role, Self::Team, Self::Licence, Self::System];

    /// What it is set to, in words.
    fn set(self, query: &UserQuery, names: &Directory) -> Option<String> {
        match self {
            Self::Role => query.role.map(|id| names.role(id).map(|role| role.name.to_string()).unwrap_or_default()),
            Self::Team => query.team.map(|id| names.team(id).map(|team| team.name.to_string()).unwrap_or_default()),
            Self::Licence => {
                query.licence.map(|id| names.licence(id).map(|licence| licence.name.to_string()).unwrap_or_default())
            }
            Self::System => query.hide_system.then(|| t!(users_filter_no_system)),
        }
    }

    fn name(self) -> String {
        let field = match self {
            Self::Role => Field::Role,
            Self::Team => Field::Team,
            Self::Licence => Field::Licence,
            Self::System => return t!(users_filter_kind),
        };
        say(&name::field(field))
    }

    fn clear(self, query: &mut UserQuery) {
        match self {
            Self::Role => query.role = None,
            Self::Team => query.team = None,
            Self::Licence => query.licence = None,
            Self::System => query.hide_system = false,
        }
    }
}

/// Whether anything but the order narrows or widens the list.
pub fn narrows(query: &UserQuery) -> bool {
    let filtered = query.role.is_some() || query.team.is_some() || query.licence.is_some() || query.hide_system;
    filtered || !query.search.trim().is_empty() || query.state != StateFilter::All
}

/// Shows everybody again.
pub fn clear(page: Page) {
    page.show(|query| *query = UserQuery { sort: query.sort, descending: query.descending, ..UserQuery::default() });
}

/// The button of the form, and the form.
#[component]
pub fn FilterMenu() -> impl IntoView {
    let open = RwSignal::new(None::<Anchor>);
    view! {
        <button
            type="button"
            class="button small filter-menu"
            aria-haspopup="dialog"
            on:click=move |event| open.set(Some(Anchor::of(&event)))
        >
            {icon(Icon::Filter)}
            <span>{t!(users_filters)}</span>
        </button>
        {move || open.get().map(|anchor| view! { <Form anchor=anchor on_close=move || open.set(None) /> })}
    }
}

#[component]
fn Form(anchor: Anchor, on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let page: Page = expect_context();
    let node = NodeRef::<html::Div>::new();
    let filters = Memo::new(move |_| {
        let query = page.query.get();
        page.app.ask(|replica, now| user_filters(replica.view(), &query, now)).unwrap_or_default()
    });
    let roles = move |f: &UserFilters| f.roles.iter().map(|(id, n, c)| (id.to_string(), n.to_string(), *c)).collect();
    let teams = move |f: &UserFilters| f.teams.iter().map(|(id, n, c)| (id.to_string(), n.to_string(), *c)).collect();
    let plans =
        move |f: &UserFilters| f.licences.iter().map(|(id, n, c)| (id.to_string(), n.to_string(), *c)).collect();
    let role = move |query: &UserQuery| query.role.map(|id| id.to_string());
    let team = move |query: &UserQuery| query.team.map(|id| id.to_string());
    let licence = move |query: &UserQuery| query.licence.map(|id| id.to_string());
    let any = Memo::new(move |_| {
        page.query
            .with(|query| query.role.is_some() || query.team.is_some() || query.licence.is_some() || query.hide_system)
    });
    view! {
        <Popover anchor=anchor label=t!(users_filters) role="dialog" node=node on_close=on_close>
            <div class="filter-form">
                {choice(page, "filter-role", Filter::Role, t!(users_any_role), filters, roles, role, |query, id| query.role = id.parse().ok())}
                {choice(page, "filter-team", Filter::Team, t!(users_any_team), filters, teams, team, |query, id| query.team = id.parse().ok())}
                {choice(page, "filter-licence", Filter::Licence, t!(users_any_licence), filters, plans, licence, |query, id| query.licence = id.parse().ok())}
                {move || {
                    let system = filters.with(|filters| filters.system);
                    view! {
                        <Checkbox
                            label=t!(users_hide_system)
                            note=if system == 0 { t!(users_system_none) } else { t!(users_system_count, count = system) }
                            checked=Signal::derive(move || page.query.with(|query| query.hide_system))
                            on_change=move |on| page.show(|query| query.hide_system = on)
                        />
                    }
                }}
                <div class="row-of end">
                    <Button
                        label=t!(users_filter_clear)
                        kind="small"
                        disabled=Signal::derive(move || !any.get())
                        on_click=Callback::new(move |_| page.show(|query| Filter::ALL.iter().for_each(|f| f.clear(query))))
                    />
                    <Button label=t!(done) kind="primary small" on_click=Callback::new(move |_| on_close()) />
                </div>
            </div>
        </Popover>
    }
}

/// A list to choose from, with how many users each choice leaves.
#[expect(clippy::too_many_arguments, reason = "three lists that differ in where they read and write")]
fn choice(
    page: Page,
    id: &'static str,
    filter: Filter,
    any: String,
    filters: Memo<UserFilters>,
    choices: impl Fn(&UserFilters) -> Vec<(String, String, usize)> + Send + Sync + 'static,
    now: impl Fn(&UserQuery) -> Option<String> + Copy + Send + Sync + 'static,
    set: fn(&mut UserQuery, &str),
) -> impl IntoView {
    let choices = Memo::new(move |_| filters.with(&choices));
    let options = move || {
        choices
            .get()
            .into_iter()
            .map(|(value, name, count)| {
                let mine = value.clone();
                view! {
                    <option value=value prop:selected=move || page.query.with(now).as_deref() == Some(mine.as_str())>
                        {t!(users_filter_choice, name, count)}
                    </option>
                }
            })
            .collect_view()
    };
    view! {
        <div hidden=move || choices.with(Vec::is_empty)>
            <Field id=id label=filter.name()>
                <select id=id class="select" on:change=move |event| page.show(|query| set(query, &event_target_value(&event)))>
                    <option value="" prop:selected=move || page.query.with(now).is_none()>{any}</option>
                    {options}
                </select>
            </Field>
        </div>
    }
}

/// The filters that are set, each with a way to drop it.
#[component]
pub fn Set() -> impl IntoView {
    let page: Page = expect_context();
    let set = Memo::new(move |_| {
        let query = page.query.get();
        let words = page.app.ask(|replica, _| {
            Filter::ALL.into_iter().filter_map(|f| Some((f, f.set(&query, replica.view())?))).collect::<Vec<_>>()
        });
        words.unwrap_or_default()
    });
    let one = move |(filter, words): (Filter, String)| {
        let label = t!(users_filter_remove, filter = filter.name(), value = words.clone());
        let shown = match filter {
            Filter::System => words,
            named => t!(users_filter_set, filter = named.name(), value = words),
        };
        view! {
            <button
                type="button"
                class="chip set"
                aria-label=label
                on:click=move |_| {
                    page.show(|query| filter.clear(query));
                    browser::focus("search");
                }
            >
                <span>{shown}</span>
                {icon(Icon::Close)}
            </button>
        }
    };
    view! {
        <Show when=move || set.with(|set| !set.is_empty())>
            <div class="chips filters-set" role="group" aria-label=t!(users_filters)>
                {move || set.get().into_iter().map(one).collect_view()}
            </div>
        </Show>
    }
}
