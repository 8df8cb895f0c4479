//! How somebody leaves, in words: what stands at the head of its page, and what comes of an order, a line each.

use super::{
    bulk::some,
    called, dialled, refusals,
    time::{ago_text, until_text},
};
use crate::{speech::say, t};
use rollcall_core::{
    Directory, Timestamp,
    id::{LicenceId, TeamId},
    model::{PutOff, Target},
    query::{OffBoardingView, UserLoss},
};
use rollcall_words::name;

/// How it stands: what is to happen when, or what has and what is still to come.
pub fn standing(leaving: &OffBoardingView, now: Timestamp) -> String {
    let soon = |at: Timestamp| until_text(at, now);
    match (leaving.done, leaving.deleted) {
        (None, None) => t!(off_board_suspended_on, at = soon(leaving.order.suspend_at)),
        (None, Some(deleted)) => {
            t!(off_board_suspended_deleted, at = soon(leaving.order.suspend_at), deleted = soon(deleted))
        }
        (Some(done), None) => t!(off_board_left, at = ago_text(done, now)),
        (Some(done), Some(deleted)) => {
            t!(off_board_left_deleted, at = ago_text(done, now), deleted = soon(deleted))
        }
    }
}

/// Why the step that was due was not done, and when it is tried again.
pub fn put_off(put_off: Option<&PutOff>, names: &Directory, now: Timestamp) -> Option<String> {
    let put_off = put_off?;
    let why = refusals(std::slice::from_ref(&put_off.why), Some(names));
    Some(t!(off_board_put_off, why, at = until_text(put_off.until, now)))
}

/// What an order does, in the order in which it is done.
pub fn comes(leaving: &OffBoardingView, names: &Directory, now: Timestamp) -> Vec<String> {
    let order = &leaving.order;
    let mut lines = Vec::new();
    if leaving.done.is_none() {
        lines.push(match order.suspend_at <= now {
            true => t!(off_board_line_now),
            false => t!(off_board_line_then, at = until_text(order.suspend_at, now)),
        });
    }
    let to = |target| say(&rollcall_words::target(target, names));
    if let Some(target) = order.numbers.filter(|_| !leaving.numbers.is_empty()) {
        let numbers = some(leaving.numbers.iter().copied().map(dialled).collect());
        lines.push(t!(off_board_line_numbers, count = leaving.numbers.len(), numbers, to = to(target)));
    }
    let routes = leaving.routes.iter().filter_map(|key| called(*key, names));
    let extension = leaving.extension.iter().map(|extension| t!(user_extension, extension = extension.to_string()));
    let reached: Vec<String> = extension.chain(routes).collect();
    match order.calls {
        Some(target) => lines.push(t!(off_board_line_calls, to = to(target))),
        None if !reached.is_empty() => lines.push(t!(off_board_line_no_calls, ways = some(reached))),
        None => {}
    }
    if let Some(heir) = order.teams.filter(|_| !leaving.teams.is_empty()) {
        let teams = some(leaving.teams.iter().filter_map(|id| team(*id, names)).collect());
        let who = to(Target::User(heir));
        lines.push(t!(off_board_line_teams, who, count = leaving.teams.len(), teams));
    }
    let licences = |ids: &[LicenceId]| some(ids.iter().filter_map(|id| licence(*id, names)).collect());
    if !leaving.licences.is_empty() {
        lines.push(t!(off_board_line_taken, licences = licences(&leaving.licences)));
    } else if order.keep_licences && !leaving.seats.is_empty() {
        lines.push(t!(off_board_line_kept, licences = licences(&leaving.seats)));
    }
    if let Some(deleted) = leaving.deleted {
        lines.push(t!(off_board_line_deleted, at = until_text(deleted, now)));
        if let Some(loss) = &leaving.loss {
            lines.extend(lost(loss, names));
            let numbers: Vec<String> = loss.numbers.iter().copied().map(dialled).collect();
            if let Some(extension) = &loss.extension {
                lines.push(t!(impact_extensions_freed, count = 1_usize, extensions = vec![extension.to_string()]));
            }
            if !numbers.is_empty() {
                lines.push(t!(impact_numbers_freed, count = numbers.len(), numbers = some(numbers)));
            }
        }
    }
    lines
}

/// What goes with somebody who is deleted, besides what the dry run says.
pub fn lost(loss: &UserLoss, names: &Directory) -> Vec<String> {
    let mut lines = Vec::new();
    let roles: Vec<String> = loss.grants.iter().map(|grant| say(&name::granted(grant.what, names))).collect();
    if !roles.is_empty() {
        lines.push(t!(user_loses_grants, count = roles.len(), roles));
    }
    if !loss.phones.is_empty() {
        lines.push(t!(user_loses_phones, count = loss.phones.len()));
    }
    if loss.voicemail {
        lines.push(t!(user_loses_voicemail));
    }
    let routes: Vec<String> = loss.routes.iter().filter_map(|key| called(*key, names)).collect();
    if !routes.is_empty() {
        lines.push(t!(user_loses_routes, count = routes.len(), routes));
    }
    lines
}

fn team(id: TeamId, names: &Directory) -> Option<String> {
    names.team(id).map(|team| team.name.to_string())
}

fn licence(id: LicenceId, names: &Directory) -> Option<String> {
    names.licence(id).map(|licence| licence.name.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::{
        id::UserId,
        model::OffBoarding,
        refusal::Refusal,
        time::Span,
        value::{Extension, PhoneNumber},
    };

    const NOW: Timestamp = Timestamp(1_000_000_000);

    /// What is ordered for three hours from now.
    fn ordered() -> OffBoardingView {
        let order = OffBoarding {
            suspend_at: NOW.after(Span::hours(3)),
            numbers: None,
            calls: None,
            teams: None,
            keep_licences: false,
            delete_after: None,
        };
        OffBoardingView {
            order,
            by: None,
            ordered: None,
            done: None,
            due: Some(order.suspend_at),
            put_off: None,
            numbers: Vec::new(),
            licences: Vec::new(),
            seats: Vec::new(),
            teams: Vec::new(),
            extension: None,
            routes: Vec::new(),
            deleted: None,
            loss: None,
            why_not: Vec::new(),
        }
    }

    #[test]
    fn the_head_tells_what_is_to_come_and_what_was_done() {
        let deleted = Some(NOW.after(Span::hours(27)));
        let mut leaving = ordered();
        assert_eq!(standing(&leaving, NOW), "Leaves: access ends in 3 h.");
        leaving.deleted = deleted;
        assert_eq!(standing(&leaving, NOW), "Leaves: access ends in 3 h, and the user is deleted in 27 h.");
        leaving.done = Some(NOW.before(Span::hours(1)));
        assert_eq!(standing(&leaving, NOW), "Left 1 h ago, and is deleted in 27 h.");
        leaving.deleted = None;
        assert_eq!(standing(&leaving, NOW), "Left 1 h ago.");
    }

    #[test]
    fn what_was_put_off_says_why_and_until_when() {
        let names = Directory::default();
        let mut leaving = ordered();
        assert_eq!(put_off(leaving.put_off.as_ref(), &names, NOW), None);
        let until = NOW.after(Span::hours(2));
        leaving.put_off = Some(PutOff { until, times: 1, why: Refusal::MomentOver });
        let said = put_off(leaving.put_off.as_ref(), &names, NOW).unwrap_or_default();
        assert!(
            said.starts_with("What was due could not be done: ") && said.ends_with("It is tried again in 2 h."),
            "{said}"
        );
    }

    #[test]
    fn an_order_says_what_comes_of_it() {
        let names = Directory::default();
        let mut leaving = ordered();
        assert_eq!(comes(&leaving, &names, NOW), ["Access ends in 3 h, and all sessions with it."]);
        leaving.order.suspend_at = NOW;
        let number = PhoneNumber::parse("+442071838750").unwrap();
        leaving.numbers = vec![number];
        leaving.order.numbers = Some(Target::Number(PhoneNumber::parse("+442071838751").unwrap()));
        leaving.extension = Extension::parse("101").ok();
        leaving.deleted = Some(NOW.after(Span::hours(24)));
        assert_eq!(
            comes(&leaving, &names, NOW),
            [
                "Access ends at once, and all sessions with it.",
                "Number \u{200e}+442071838750 goes to +442071838751.",
                "Extension 101: calls reach nobody.",
                "The user is deleted in 24 h.",
            ]
        );
        leaving.order.calls = Some(Target::User(UserId::fixed(3)));
        leaving.done = Some(NOW);
        let lines = comes(&leaving, &names, NOW);
        assert!(lines.iter().all(|line| !line.starts_with("Access ends")), "it has ended: {lines:?}");
        assert!(lines.iter().any(|line| line.starts_with("Calls that still reach it go to ")), "{lines:?}");
    }
}
