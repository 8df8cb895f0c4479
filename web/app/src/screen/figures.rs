//! Figures of calls (S0.12, S3.11): offered, answered, missed, service level and times, in all and by team, agent, hour or day;
//! as a chart, with the table behind it. What each figure means stands in domain.md, section 8.

use crate::{
    download::{Content, download},
    language::{number, say, t},
    local::local_time,
    state::{App, app},
    text::time::clock,
    ui::{
        empty::EmptyState,
        field::TextField,
        icon::{Icon, icon},
        select::{Choice, SelectField},
    },
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_core::{
    Directory,
    query::{
        CallFigures, CallFilter, CallGroup, CallListQuery, CallPeriod, CallQuery, FiguresOfCalls, GroupBy,
        call_filters, own_call_figures,
    },
};
use rollcall_view::list::{Called, period_key, period_name, period_of_key, team_key, team_name, team_of_key};

/// The groups, by what the choice calls them.
const GROUPS: [(&str, GroupBy); 4] =
    [("day", GroupBy::Day), ("hour", GroupBy::Hour), ("team", GroupBy::Team), ("agent", GroupBy::Agent)];

/// What is asked. A handle: copies are the same.
#[derive(Clone, Copy)]
struct Asked {
    app: App,
    period: RwSignal<String>,
    team: RwSignal<String>,
    agent: RwSignal<String>,
    by: RwSignal<String>,
    at_least: RwSignal<String>,
}

impl Asked {
    fn new(app: App) -> Self {
        let of = |text: &str| RwSignal::new(text.to_owned());
        Self { app, period: of("week"), team: of(""), agent: of(""), by: of("day"), at_least: of("1") }
    }

    fn by(self) -> (&'static str, GroupBy) {
        let chosen = self.by.get();
        GROUPS.into_iter().find(|(key, _)| *key == chosen).unwrap_or(GROUPS[0])
    }

    /// How many calls a group must have; none while that is no number.
    fn least(self) -> Option<u32> {
        self.at_least.with(|text| text.trim().parse().ok())
    }

    fn period(self) -> Option<CallPeriod> {
        self.period.with(|key| period_of_key(key))
    }

    /// The figures; tracked.
    fn figures(self) -> Option<FiguresOfCalls> {
        let (by, at_least) = (Some(self.by().1), self.least().unwrap_or(1));
        let (team, agent) = (self.team.with(|team| team_of_key(team)), self.agent.with(|agent| agent.parse().ok()));
        let period = self.period();
        self.app
            .ask(|replica, now| {
                let from = period.map(|period| period.from(now));
                let filter = CallFilter { team, agent, from, ..CallFilter::default() };
                let query = CallQuery { filter, by, at_least };
                own_call_figures(replica.view(), &replica.context(now), &query, &local_time)
            })
            .flatten()
    }

    /// The choices of team and agent: those that have calls.
    fn choices(self) -> (Vec<Choice>, Vec<Choice>) {
        let period = self.period();
        let found = self.app.ask(|replica, now| {
            let names = replica.view();
            let query = CallListQuery { period, ..CallListQuery::default() };
            let filters = call_filters(names, &replica.context(now), &query);
            let team = |(team, _)| Some(Choice::new(team_key(team), called(team_name(names, team)?)));
            let agent = |(agent, _)| Some(Choice::new(agent, names.user(agent)?.display_name().into_owned()));
            let teams: Vec<_> = filters.teams.into_iter().filter_map(team).collect();
            (teams, filters.agents.into_iter().filter_map(agent).collect::<Vec<_>>())
        });
        let (teams, agents) = found.unwrap_or_default();
        let with_any = |any: String, mut choices: Vec<Choice>| {
            choices.insert(0, Choice::new("", any));
            choices
        };
        (with_any(t!(calls_any_team), teams), with_any(t!(calls_any_agent), agents))
    }
}

fn called(name: Called) -> String {
    match name {
        Called::Name(name) => name,
        Called::Words(text) => say(&text),
    }
}

/// What a group is called.
fn named(names: &Directory, group: CallGroup) -> String {
    match group {
        CallGroup::Team(team) => team_name(names, team).map_or_else(|| t!(ask_gone), called),
        CallGroup::Agent(user) => {
            names.user(user).map_or_else(|| t!(ask_gone), |user| user.display_name().into_owned())
        }
        CallGroup::NoAgent => t!(calls_nobody),
        CallGroup::Hour(hour) => format!("{hour:02}:00"),
        CallGroup::Day(date) => date.to_string(),
    }
}

/// A figure: what it is called, and its value.
type Figure = (String, String);

/// All figures of some calls, in the order in which they are shown.
fn told(figures: &CallFigures) -> Vec<Figure> {
    let count = |count: u32| number(count as usize);
    let span = |span: Option<_>| span.map_or_else(|| "–".to_owned(), clock);
    let level = figures.service_level().map_or_else(|| "–".to_owned(), |percent| t!(figures_percent, percent));
    vec![
        (t!(figures_calls), count(figures.calls)),
        (t!(figures_offered), count(figures.offered)),
        (t!(figures_answered), count(figures.answered)),
        (t!(figures_missed), count(figures.missed)),
        (t!(figures_waiting), count(figures.waiting)),
        (t!(figures_service_level), level),
        (t!(figures_average_wait), span(figures.average_wait())),
        (t!(figures_average_talk), span(figures.average_talk())),
        (t!(figures_outgoing), count(figures.outgoing)),
        (t!(figures_internal), count(figures.internal)),
    ]
}

/// What is shown: all, and each group by its name.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    all: CallFigures,
    groups: Vec<(String, CallFigures)>,
    seconds: u16,
}

/// The page.
#[component]
pub fn Figures() -> impl IntoView {
    let app = app();
    let asked = Asked::new(app);
    let shown = Memo::new(move |_| {
        let FiguresOfCalls { all, groups } = asked.figures()?;
        app.ask(|replica, _| {
            let names = replica.view();
            let groups = groups.into_iter().map(|(group, figures)| (named(names, group), figures)).collect();
            Shown { all, groups, seconds: names.call_policy().service_seconds }
        })
    });
    let choices = Memo::new(move |_| asked.choices());
    let periods = CallPeriod::ALL.map(|period| Choice::new(period_key(period), say(&period_name(period))));
    let periods: Vec<_> = periods.into_iter().chain([Choice::new("", t!(calls_any_time))]).collect();
    let groups: Vec<_> = GROUPS.map(|(key, _)| Choice::new(key, t!(figures_by_what, by = key))).into();
    let body = move || match shown.get() {
        Some(shown) if shown.all.calls > 0 => report(asked, shown),
        _ => view! {
            <EmptyState sign=Icon::Chart title=t!(figures_empty_title) sentence=t!(figures_empty_sentence) />
        }
        .into_any(),
    };
    let wrong = Signal::derive(move || asked.least().is_none().then(|| t!(figures_at_least_wrong)));
    view! {
        <section class="page figures" aria-labelledby="figures-title">
            <header class="page-head">
                <div class="page-title">
                    <h1 id="figures-title">{t!(figures)}</h1>
                    <p class="soft">{t!(figures_note)}</p>
                </div>
                <div class="row-of">
                    <button type="button" class="button" on:click=|_| {
                        // A browser that can't print says so itself.
                        let _ = window().print();
                    }>
                        {t!(figures_print)}
                    </button>
                    <button
                        type="button"
                        class="button"
                        disabled=move || shown.with(Option::is_none)
                        on:click=move |_| {
                            if let Some(shown) = shown.get_untracked() {
                                export(app, &shown);
                            }
                        }
                    >
                        {icon(Icon::Download)}
                        {t!(calls_export)}
                    </button>
                </div>
            </header>
            <form class="figures-asked" on:submit=|event| event.prevent_default()>
                <SelectField id="figures-period" label=t!(calls_period) choices=periods value=asked.period />
                <SelectField
                    id="figures-team"
                    label=t!(calls_team)
                    choices=Signal::derive(move || choices.get().0)
                    value=asked.team
                />
                <SelectField
                    id="figures-agent"
                    label=t!(calls_agent)
                    choices=Signal::derive(move || choices.get().1)
                    value=asked.agent
                />
                <SelectField id="figures-by" label=t!(figures_by) choices=groups value=asked.by />
                <TextField id="figures-least" label=t!(figures_at_least) value=asked.at_least numeric=true error=wrong />
            </form>
            {body}
        </section>
    }
}

/// Tiles, chart and table.
fn report(asked: Asked, shown: Shown) -> AnyView {
    let Shown { all, groups, seconds } = shown;
    let tile = |(name, value): Figure| {
        let note = (name == t!(figures_service_level)).then(|| t!(figures_in_time, seconds = u64::from(seconds)));
        view! {
            <div>
                <dt>{name}</dt>
                <dd class="number">{value} {note.map(|note| view! { <small class="faint">{note}</small> })}</dd>
            </div>
        }
    };
    let by = untrack(|| asked.by().0);
    let heads = told(&all).into_iter().map(|(name, _)| view! { <th scope="col">{name}</th> }).collect_view();
    let line = |name: String, figures: &CallFigures| {
        let cells =
            told(figures).into_iter().map(|(_, value)| view! { <td class="number">{value}</td> }).collect_view();
        view! { <tr><th scope="row" dir="auto">{name}</th>{cells}</tr> }
    };
    let rows = groups.iter().map(|(name, figures)| line(name.clone(), figures)).collect_view();
    view! {
        <dl class="tiles">{told(&all).into_iter().map(tile).collect_view()}</dl>
        {chart(by, &groups)}
        <div class="table-scroll" tabindex="0" role="region" aria-label=t!(figures)>
            <table class="figures-table">
                <thead><tr><th scope="col">{t!(figures_by_what, by)}</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
                <tfoot>{line(t!(figures_all), &all)}</tfoot>
            </table>
        </div>
    }
    .into_any()
}

/// Answered and missed calls of each group as bars. The table says the same to those who see none.
fn chart(by: &'static str, groups: &[(String, CallFigures)]) -> AnyView {
    let most = groups.iter().map(|(_, figures)| figures.offered).max().unwrap_or_default().max(1);
    let part = |count: u32| format!("{}%", u64::from(count) * 100 / u64::from(most));
    let bar = |(name, figures): &(String, CallFigures)| {
        view! {
            <li>
                <span class="clip" dir="auto">{name.clone()}</span>
                <span class="bars">
                    <span class="answered" style:--part=part(figures.answered)></span>
                    <span class="missed" style:--part=part(figures.missed)></span>
                </span>
                <span class="number soft">{number(figures.offered as usize)}</span>
            </li>
        }
    };
    view! {
        <figure class="chart" aria-hidden="true">
            <figcaption>
                {t!(figures_chart, by)}
                <span class="key answered">{t!(figures_answered)}</span>
                <span class="key missed">{t!(figures_missed)}</span>
            </figcaption>
            <ul>{groups.iter().map(bar).collect_view()}</ul>
        </figure>
    }
    .into_any()
}

/// Saves the table as a workbook.
fn export(app: App, shown: &Shown) {
    let line = |name: String, figures: &CallFigures| {
        std::iter::once(name).chain(told(figures).into_iter().map(|(_, value)| value)).collect::<Vec<_>>()
    };
    let head = std::iter::once(t!(figures)).chain(told(&shown.all).into_iter().map(|(name, _)| name)).collect();
    let groups = shown.groups.iter().map(|(name, figures)| line(name.clone(), figures));
    let rows = std::iter::once(head).chain(groups).chain([line(t!(figures_all), &shown.all)]).collect();
    spawn_local(download(app, t!(figures), Content::Sheet(t!(figures), rows)));
}
