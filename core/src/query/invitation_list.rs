//! The list of those who have not come in yet: search, filters and orders combined, a count per filter, a page at a time (S0.7,
//! S2.15).

use super::invitations::EXPIRING;
use crate::{
    access::{Holding, Permission},
    context::Context,
    directory::{Directory, Group, Matches, UserOrder},
    id::UserId,
    model::{Scheduled, User, UserState},
    sort,
    time::Timestamp,
    value::fold,
};
use serde::{Deserialize, Serialize};

/// What a list of invitations is to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(default)]
pub struct InvitationQuery {
    /// Words, as in the list of users.
    pub search: String,
    pub state: InvitationState,
    /// Those whose mails were not delivered, as the server says; the directory does not know.
    pub undelivered: Vec<UserId>,
    pub sort: InvitationSort,
    pub descending: bool,
    /// How many of the list to leave out at its start.
    pub from: usize,
    /// How many to answer at most; all when absent.
    pub limit: Option<usize>,
}

/// Which of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum InvitationState {
    #[default]
    All,
    /// Not invited yet.
    Prepared,
    /// Of the prepared ones, those whose invitations go out by themselves.
    Scheduled,
    /// Invited, and there is time left: those that run out soon, too.
    Open,
    /// Of the open ones, those that run out soon.
    Expiring,
    Expired,
    /// Invited, and the mail did not arrive.
    Undelivered,
}

/// What a list of invitations is sorted by; equal ones, by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum InvitationSort {
    #[default]
    Name,
    Email,
    /// When it runs out; those without an invitation last.
    Expires,
    /// When it was sent last; those without an invitation last.
    Sent,
}

/// How many match the search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct InvitationCounts {
    pub all: usize,
    pub prepared: usize,
    pub scheduled: usize,
    pub open: usize,
    pub expiring: usize,
    pub expired: usize,
    pub undelivered: usize,
}

/// The answer: ids in the order of the list, so that a page makes only the rows it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct InvitationList {
    pub users: Vec<UserId>,
    /// How many the whole list has; a page of it may have fewer.
    pub total: usize,
    /// Of the search, whatever the filter.
    pub counts: InvitationCounts,
}

/// Whether the list is of any use to the actor: it invites somebody somewhere.
pub fn sees_invitations(directory: &Directory, context: &Context) -> bool {
    Holding::of_signed_in(directory, context).is_ok_and(|holding| holding.somewhere(Permission::UserInvite))
}

/// The groups of those who have not come in yet: prepared, scheduled, open, expiring, expired, undelivered.
fn groups(found: &Matches<'_>, directory: &Directory, query: &InvitationQuery, now: Timestamp) -> [Group; 6] {
    let soon = now.after(EXPIRING);
    let expires = |user: &User| user.invitation.map(|invitation| invitation.expires);
    let invited = |holds: &dyn Fn(&User) -> bool| found.those(UserState::Invited, holds);
    [
        found.group_in(UserState::Prepared),
        found.those(UserState::Prepared, |user| directory.scheduled(user.id).and_then(Scheduled::invitation).is_some()),
        invited(&|user| !user.invitation_expired(now)),
        invited(&|user| !user.invitation_expired(now) && expires(user).is_some_and(|expires| expires <= soon)),
        invited(&|user| user.invitation_expired(now)),
        invited(&|user| query.undelivered.contains(&user.id)),
    ]
}

/// Finds those who have not come in yet.
pub fn invitation_list(directory: &Directory, query: &InvitationQuery, now: Timestamp) -> InvitationList {
    let folded = fold(&query.search);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let mut found = directory.find(&words);
    found.keep_persons();
    let groups = groups(&found, directory, query, now);
    let [prepared, scheduled, open, expiring, expired, undelivered] =
        groups.each_ref().map(|group| found.count_group(group));
    let all = prepared + open + expired;
    let counts = InvitationCounts { all, prepared, scheduled, open, expiring, expired, undelivered };
    let [prepared_group, scheduled_group, open_group, expiring_group, expired_group, undelivered_group] = &groups;
    let (shown, total): (Vec<&Group>, usize) = match query.state {
        InvitationState::All => (vec![prepared_group, open_group, expired_group], counts.all),
        InvitationState::Prepared => (vec![prepared_group], prepared),
        InvitationState::Scheduled => (vec![scheduled_group], scheduled),
        InvitationState::Open => (vec![open_group], open),
        InvitationState::Expiring => (vec![expiring_group], expiring),
        InvitationState::Expired => (vec![expired_group], expired),
        InvitationState::Undelivered => (vec![undelivered_group], undelivered),
    };
    found.keep_any(&shown);
    let (from, limit) = (query.from, query.limit.unwrap_or(usize::MAX));
    let users = match query.sort {
        InvitationSort::Name => found.page(UserOrder::Name, query.descending, from, limit),
        InvitationSort::Email => found.page(UserOrder::Email, query.descending, from, limit),
        InvitationSort::Expires | InvitationSort::Sent => {
            let mut users = found.page(UserOrder::Name, false, 0, usize::MAX);
            sort::by_key(&mut users, |id| {
                let invitation = directory.user(*id).and_then(|user| user.invitation);
                let moment = invitation.map(|invitation| match query.sort {
                    InvitationSort::Sent => invitation.sent,
                    _ => invitation.expires,
                });
                (moment.is_none(), moment)
            });
            if query.descending {
                users.reverse();
            }
            users.into_iter().skip(from).take(limit).collect()
        }
    };
    InvitationList { users, total, counts }
}
