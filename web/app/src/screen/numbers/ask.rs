//! Asks before numbers are taken back, let out of quarantine or removed, and says what comes of it.

use super::{Page, action::Doing, row::called};
use crate::{
    language::t,
    list::plan::{Deal, Plan, carry_out, question},
};
use leptos::prelude::*;
use rollcall_core::{
    Timestamp,
    command::{AddNumber, AssignNumber, Authored, EditNumber, LinkMobile, ReleaseNumber, RemoveNumber, UnassignNumber},
    model::Number,
    sync::Replica,
    value::PhoneNumber,
};

/// The question.
pub fn question_of(page: Page, doing: Doing, numbers: Vec<PhoneNumber>, on_close: Callback<()>) -> AnyView {
    let wanted = page.app.ask_once(|replica, now| {
        let records = numbers.iter().filter_map(|number| replica.view().number(*number));
        records.map(|number| (number.number.to_string(), deal(doing, number, now))).collect::<Vec<_>>()
    });
    let mut plan = Plan::of(page.app, wanted.unwrap_or_default());
    let count = plan.deals.len();
    let meant: Vec<PhoneNumber> = plan.deals.iter().filter_map(meant).collect();
    plan.lines = page.app.ask_once(|replica, _| lines(replica, doing, &meant)).unwrap_or_default();
    let plan = plan.said_offline(page.app);
    let asked = count.max(1);
    let number = meant.first().or(numbers.first()).map(ToString::to_string).unwrap_or_default();
    let title = match doing {
        Doing::Take => t!(numbers_take_title, count = asked, number = number.as_str()),
        Doing::Release => t!(numbers_release_title, count = asked, number = number.as_str()),
        _ => t!(numbers_remove_title, count = asked, number = number.as_str()),
    };
    let deals = plan.deals.clone();
    let yes = move |()| {
        let number = number.clone();
        if doing == Doing::Remove {
            page.list.close();
        }
        carry_out(page.list, deals.clone(), move |count| match doing {
            Doing::Take => t!(numbers_taken, count, number),
            Doing::Release => t!(numbers_released, count, number),
            _ => t!(numbers_removed, count, number),
        });
    };
    question(title, None, plan, doing.label(), "danger", Callback::new(yes), on_close)
}

/// The command, and what takes it back.
fn deal(doing: Doing, record: &Number, now: Timestamp) -> Deal {
    let number = record.number;
    match doing {
        Doing::Take => {
            let again = record.holder.map(|user| Authored::from(AssignNumber { number, user }));
            let link =
                record.linked_mobile.map(|mobile| LinkMobile { number, mobile: Some(mobile), off: record.link_off });
            Deal::new(UnassignNumber { number }, again.into_iter().chain(link.map(Authored::from)))
        }
        Doing::Release => Deal::new(ReleaseNumber { number }, []),
        _ => {
            // Who had it last, and for how long it is kept for that user, nobody can say again.
            let whole = !record.rests(now);
            let again = Authored::from(AddNumber { number, kind: record.kind });
            let said = EditNumber { number, kind: record.kind, label: record.label.clone(), target: record.target };
            let said = (said.label.is_some() || said.target.is_some()).then(|| Authored::from(said));
            Deal::new(RemoveNumber { number }, [again].into_iter().chain(said).filter(|_| whole))
        }
    }
}

fn meant(deal: &Deal) -> Option<PhoneNumber> {
    match &deal.command.command {
        rollcall_core::Command::UnassignNumber(c) => Some(c.number),
        rollcall_core::Command::ReleaseNumber(c) => Some(c.number),
        rollcall_core::Command::RemoveNumber(c) => Some(c.number),
        _ => None,
    }
}

/// What comes of it, a line each.
fn lines(replica: &Replica, doing: Doing, numbers: &[PhoneNumber]) -> Vec<String> {
    let names = replica.view();
    let records: Vec<&Number> = numbers.iter().filter_map(|number| names.number(*number)).collect();
    if records.is_empty() {
        return Vec::new();
    }
    match doing {
        Doing::Take => {
            let mut lines = vec![match records.as_slice() {
                [one] => {
                    let name = one.holder.map(|holder| called(names, holder)).unwrap_or_default();
                    t!(numbers_take_holder, name, number = one.number.to_string())
                }
                many => {
                    let mut holders: Vec<_> = many.iter().filter_map(|number| number.holder).collect();
                    rollcall_core::sort::ascending(&mut holders);
                    holders.dedup();
                    t!(numbers_take_holders, count = holders.len())
                }
            }];
            let days = names.organisation().map_or(0, |organisation| organisation.policy.quarantine_days);
            lines.push(t!(numbers_take_rests, days));
            match records.iter().filter(|number| number.linked_mobile.is_some()).count() {
                0 => {}
                count => lines.push(t!(numbers_take_links, count)),
            }
            lines
        }
        Doing::Release => vec![t!(numbers_release_means), t!(ask_no_undo)],
        _ => {
            let mut lines = vec![t!(numbers_remove_means)];
            match records.iter().map(|number| names.users_showing(number.number).count()).sum::<usize>() {
                0 => {}
                count => lines.push(t!(numbers_remove_shown, count)),
            }
            lines
        }
    }
}
