//! What can be done to a team, as the core offers it, to one or to all that are selected; what takes something away is asked first
//! (S0.10, S2.20).

use crate::{
    language::t,
    list::{
        self, Act, List, act_menu, bulk_bar, offered,
        plan::{Deal, Plan, carry_out, question},
    },
    router::{Route, TeamTab},
    ui::{icon::Icon, menu::Anchor},
};
use leptos::prelude::*;
use rollcall_core::{
    Directory, Key, Timestamp,
    command::{Authored, DeleteTeam, DisableTeam, EnableTeam, Verb},
    id::TeamId,
    sync::Replica,
};

/// Something to do to teams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    Enable,
    Disable,
    Delete,
}

/// What is asked about, and of which teams.
pub type Asked = RwSignal<Option<(Doing, Vec<TeamId>)>>;

impl Doing {
    pub const ALL: [Self; 3] = [Self::Enable, Self::Disable, Self::Delete];

    pub const fn verb(self) -> Verb {
        match self {
            Self::Enable => Verb::EnableTeam,
            Self::Disable => Verb::DisableTeam,
            Self::Delete => Verb::DeleteTeam,
        }
    }

    pub fn label(self) -> String {
        match self {
            Self::Enable => t!(team_enable),
            Self::Disable => t!(team_disable),
            Self::Delete => t!(team_delete),
        }
    }

    pub const fn sign(self) -> Icon {
        match self {
            Self::Enable => Icon::Play,
            Self::Disable => Icon::Pause,
            Self::Delete => Icon::Trash,
        }
    }

    fn deal(self, team: TeamId) -> Deal {
        match self {
            Self::Enable => Deal::new(EnableTeam { team }, [Authored::from(DisableTeam { team })]),
            Self::Disable => Deal::new(DisableTeam { team }, [Authored::from(EnableTeam { team })]),
            Self::Delete => Deal::new(DeleteTeam { team }, []),
        }
    }
}

/// What the core offers for a team, with how it is shown.
pub fn offers(replica: &Replica, now: Timestamp, id: TeamId) -> Vec<(Doing, Act)> {
    let act = |doing: Doing| {
        let offer = offered(replica, now, doing.verb(), &Key::Team(id))?;
        let act = Act::new(doing.label(), doing.sign(), &offer.why_not, replica);
        Some((doing, if doing == Doing::Delete { act.bad() } else { act }))
    };
    Doing::ALL.into_iter().filter_map(act).collect()
}

/// Whether there is a team to which something can be done; tracked.
pub fn offers_any(list: List) -> bool {
    let any = list.app.ask(|replica, now| {
        let can =
            |id| Doing::ALL.into_iter().any(|doing| offered(replica, now, doing.verb(), &Key::Team(id)).is_some());
        replica.view().teams().any(|team| can(team.id))
    });
    any.unwrap_or_default()
}

/// The menu of a row: its page, and what can be done.
pub fn menu(list: List, asked: Asked, id: TeamId, anchor: Anchor) -> AnyView {
    let (doings, acts): (Vec<_>, Vec<_>) =
        list.app.ask_once(|replica, now| offers(replica, now, id)).unwrap_or_default().into_iter().unzip();
    let open = Act { label: t!(user_open), sign: Icon::Teams, bad: false, why_not: None };
    let acts = std::iter::once(open).chain(acts).collect();
    let on_act = Callback::new(move |place: usize| match place.checked_sub(1) {
        None => list.app.router.go(Route::Team(id, TeamTab::Members)),
        Some(place) => begin(asked, doings.get(place).copied(), vec![id]),
    });
    act_menu(list, id.uuid(), anchor, Icon::Info, acts, on_act)
}

/// Begins something.
pub fn begin(asked: Asked, doing: Option<Doing>, ids: Vec<TeamId>) {
    asked.set(doing.map(|doing| (doing, ids)));
}

/// The bar for all that are selected.
pub fn bar(list: List, asked: Asked) -> AnyView {
    let deed = |doing: Doing| list::Deed { label: doing.label(), sign: doing.sign(), bad: doing == Doing::Delete };
    let deeds = Memo::new(move |_| Doing::ALL.map(deed).into());
    let on_deed = Callback::new(move |place: usize| {
        begin(asked, Doing::ALL.get(place).copied(), list.selection().into_iter().map(TeamId::new).collect());
    });
    bulk_bar(list, t!(teams), t!(actions), deeds, on_deed)
}

/// The question before it, which enabling doesn't need.
pub fn asked_of(list: List, asked: Asked) -> AnyView {
    let draw = move || {
        let (doing, ids) = asked.get()?;
        let close = Callback::new(move |()| asked.set(None));
        Some(question_of(list, doing, &ids, close))
    };
    draw.into_any()
}

fn question_of(list: List, doing: Doing, ids: &[TeamId], on_close: Callback<()>) -> AnyView {
    let app = list.app;
    let known = app.ask_once(|replica, _| {
        let teams = ids.iter().filter_map(|id| replica.view().team(*id));
        teams.map(|team| (team.name.to_string(), doing.deal(team.id))).collect::<Vec<_>>()
    });
    let known = known.unwrap_or_default();
    let team = known.first().map(|(name, _)| name.clone()).unwrap_or_default();
    let mut plan = Plan::of(app, known);
    let count = plan.deals.len();
    let meant: Vec<TeamId> = plan.deals.iter().filter_map(about).collect();
    plan.lines = app.ask_once(|replica, _| lines(replica.view(), doing, &meant)).unwrap_or_default();
    let plan = plan.said_offline(app);
    let asked = count.max(1);
    let team = match meant.first() {
        Some(id) => app.ask_once(|replica, _| Some(replica.view().team(*id)?.name.to_string())).flatten(),
        None => None,
    }
    .unwrap_or(team);
    let (title, note) = match doing {
        Doing::Enable => (t!(teams_enable_title, count = asked, team = &team), t!(team_enable_note)),
        Doing::Disable => (t!(teams_disable_title, count = asked, team = &team), t!(team_disable_note)),
        Doing::Delete => (t!(teams_delete_title, count = asked, team = &team), t!(team_delete_note)),
    };
    let deals = plan.deals.clone();
    let yes = move |()| {
        let team = team.clone();
        if doing == Doing::Delete {
            list.close();
        }
        carry_out(list, deals.clone(), move |count| match doing {
            Doing::Enable => t!(teams_enabled_now, count, team),
            Doing::Disable => t!(teams_disabled_now, count, team),
            Doing::Delete => t!(teams_deleted, count, team),
        });
    };
    let kind = if doing == Doing::Enable { "primary" } else { "danger" };
    question(title, Some(note), plan, doing.label(), kind, Callback::new(yes), on_close)
}

fn about(deal: &Deal) -> Option<TeamId> {
    match &deal.command.command {
        rollcall_core::Command::EnableTeam(c) => Some(c.team),
        rollcall_core::Command::DisableTeam(c) => Some(c.team),
        rollcall_core::Command::DeleteTeam(c) => Some(c.team),
        _ => None,
    }
}

/// What comes of it, a line each.
fn lines(names: &Directory, doing: Doing, teams: &[TeamId]) -> Vec<String> {
    let mut lines = Vec::new();
    let members: usize = teams.iter().map(|team| names.members(*team).count()).sum();
    let channels: usize = teams.iter().map(|team| names.channels_of(*team).count()).sum();
    if teams.is_empty() {
        return lines;
    }
    match doing {
        Doing::Enable => {}
        Doing::Disable if members > 0 => lines.push(t!(teams_disable_members, count = members)),
        Doing::Disable => {}
        Doing::Delete => {
            if members > 0 {
                lines.push(t!(teams_delete_members, count = members));
            }
            if channels > 0 {
                lines.push(t!(team_delete_channels, count = channels));
            }
            lines.extend([t!(team_delete_keeps), t!(ask_no_undo)]);
        }
    }
    lines
}
