//! What can be done to a number, as the core offers it, and how it is begun.

use super::{Ask, Page};
use crate::{
    language::t,
    list::{
        self, Act, act_menu, offered,
        plan::{Deal, carry_out},
    },
    ui::{icon::Icon, menu::Anchor},
};
use leptos::prelude::*;
use rollcall_core::{
    Key, Refusal, Timestamp,
    command::{LinkMobile, Verb},
    query,
    sync::Replica,
    value::PhoneNumber,
};
use rollcall_view::numbers::number_of;
use uuid::Uuid;

/// Something to do to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    Assign,
    Edit,
    Link,
    /// Switches the link off, or on again.
    Switch {
        on: bool,
    },
    Route,
    Release,
    Take,
    Remove,
}

impl Doing {
    pub fn label(self) -> String {
        match self {
            Self::Assign => t!(numbers_assign),
            Self::Edit => t!(numbers_edit),
            Self::Link => t!(numbers_link),
            Self::Switch { on: true } => t!(numbers_link_on),
            Self::Switch { on: false } => t!(numbers_link_off),
            Self::Route => t!(numbers_route),
            Self::Release => t!(numbers_release),
            Self::Take => t!(numbers_take),
            Self::Remove => t!(numbers_remove),
        }
    }

    pub const fn sign(self) -> Icon {
        match self {
            Self::Assign => Icon::UserPlus,
            Self::Edit => Icon::Edit,
            Self::Link => Icon::Phone,
            Self::Switch { on: true } | Self::Release => Icon::Play,
            Self::Switch { on: false } => Icon::Pause,
            Self::Route => Icon::Send,
            Self::Take => Icon::Undo,
            Self::Remove => Icon::Trash,
        }
    }

    /// As a button of the bar.
    pub fn deed(self) -> list::Deed {
        list::Deed { label: self.label(), sign: self.sign(), bad: self == Self::Remove }
    }

    /// The core's answer for a number; none: it is not offered.
    fn refusals(self, replica: &Replica, now: Timestamp, number: PhoneNumber) -> Option<Vec<Refusal>> {
        let about = Key::Number(number);
        let offer = |verb| offered(replica, now, verb, &about).map(|offer| offer.why_not);
        let record = replica.view().number(number)?;
        match self {
            // To whom is chosen later; what is routed is nobody's.
            Self::Assign => {
                let free = record.holder.is_none() && record.target.is_none();
                (free && query::sees_numbers(replica.view(), &replica.context(now))).then(Vec::new)
            }
            Self::Edit => offer(Verb::EditNumber),
            Self::Link => offer(Verb::LinkMobile),
            Self::Switch { on } => {
                let there = record.linked_mobile.is_some() && record.link_off == on;
                offer(Verb::LinkMobile).filter(|_| there)
            }
            Self::Route => offer(Verb::RouteNumber),
            Self::Release => offer(Verb::ReleaseNumber),
            Self::Take => offer(Verb::UnassignNumber),
            Self::Remove => offer(Verb::RemoveNumber),
        }
    }
}

/// What the core offers for a number, in the order of the menu, with how it is shown.
pub fn offers(replica: &Replica, now: Timestamp, number: PhoneNumber) -> Vec<(Doing, Act)> {
    const ALL: [Doing; 9] = [
        Doing::Assign,
        Doing::Edit,
        Doing::Link,
        Doing::Switch { on: true },
        Doing::Switch { on: false },
        Doing::Route,
        Doing::Release,
        Doing::Take,
        Doing::Remove,
    ];
    let act = |doing: Doing| {
        let refusals = doing.refusals(replica, now, number)?;
        let mut act = Act::new(doing.label(), doing.sign(), &refusals, replica);
        if refusals == [Refusal::NumberTaken] {
            act.why_not = Some(t!(numbers_held));
        }
        Some((doing, if doing == Doing::Remove { act.bad() } else { act }))
    };
    ALL.into_iter().filter_map(act).collect()
}

/// The menu of a row.
pub fn menu(page: Page, id: Uuid, anchor: Anchor) -> AnyView {
    let Some(number) = number_of(id) else { return ().into_any() };
    let offers = page.app.ask_once(|replica, now| offers(replica, now, number)).unwrap_or_default();
    let (doings, acts): (Vec<_>, Vec<_>) = offers.into_iter().unzip();
    act_menu(page.list, id, anchor, Icon::Phone, acts, begin(page, number, doings))
}

/// Begins the one of some at a place: at once, or by the dialog that it needs.
pub fn begin(page: Page, number: PhoneNumber, doings: Vec<Doing>) -> Callback<usize> {
    Callback::new(move |place: usize| {
        let Some(doing) = doings.get(place).copied() else { return };
        page.ask.set(Some(match doing {
            Doing::Assign => Ask::Assign(number),
            Doing::Edit => Ask::Edit(number),
            Doing::Link => Ask::Link(number),
            Doing::Route => Ask::Route(number),
            Doing::Switch { on } => return switch(page, number, on),
            Doing::Release | Doing::Take | Doing::Remove => Ask::Sure(doing, vec![number]),
        }));
    })
}

fn switch(page: Page, number: PhoneNumber, on: bool) {
    let mobile = page.app.ask_once(|replica, _| replica.view().number(number)?.linked_mobile).flatten();
    let link = LinkMobile { number, mobile, off: !on };
    let back = LinkMobile { off: on, ..link.clone() };
    carry_out(page.list, vec![Deal::new(link, [back.into()])], |_| t!(saved));
}
