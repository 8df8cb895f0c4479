//! The deleted users that can still be restored, each with what comes back and what does not (domain.md, 2.3, 2.12).

use super::impact::{Missing, missing};
use crate::{
    access::{Holding, sees_removed},
    change::Record,
    command::{Decision, RestoreUser, decide},
    context::Context,
    directory::Directory,
    id::{LicenceId, TeamId, UserId},
    model::{GrantKey, Identifier, Removed},
    refusal::{Refusal, Refusals},
    sort,
    time::Timestamp,
    value::{Extension, PhoneNumber, fold},
};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// A deleted user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Recycled {
    pub user: UserId,
    /// What it was called.
    pub name: String,
    pub deleted: Timestamp,
    pub by: Option<UserId>,
    /// Until when it can be restored.
    pub until: Timestamp,
    /// What it would get back at this moment.
    pub back: ComesBack,
    /// What it would not get back, and who has it.
    pub missing: Vec<Missing>,
    /// Why the asker can't restore it at this moment; empty when it can.
    pub why_not: Vec<Refusal>,
}

/// What a restored user gets back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ComesBack {
    pub identifiers: Vec<Identifier>,
    pub extension: Option<Extension>,
    pub numbers: Vec<PhoneNumber>,
    pub licences: Vec<LicenceId>,
    pub teams: Vec<TeamId>,
    pub grants: Vec<GrantKey>,
    /// How many phones.
    pub phones: usize,
}

/// What a list of deleted users is to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(default)]
pub struct BinQuery {
    /// Words, each of which must occur in the name or in what the user was known by.
    pub search: String,
    pub sort: BinSort,
    pub descending: bool,
    /// How many of the list to leave out at its start.
    pub from: usize,
    /// How many to answer at most; all when absent.
    pub limit: Option<usize>,
}

/// What a list of deleted users is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum BinSort {
    /// The one that was deleted last first.
    #[default]
    Deleted,
    Name,
    /// The one that is forgotten soonest first.
    Until,
}

/// The deleted users that a list shows, and how many it has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BinList {
    pub users: Vec<UserId>,
    pub total: usize,
}

/// Whether the bin is for the actor to see: whoever may restore.
pub fn sees_bin(directory: &Directory, context: &Context) -> bool {
    Holding::of_actor(directory, context).is_ok_and(|holding| sees_removed(&holding))
}

/// Those who can still be restored: the server forgets those whose days are over when it next decides something.
fn kept<'d>(directory: &'d Directory, context: &Context) -> Vec<&'d Removed> {
    if !sees_bin(directory, context) {
        return Vec::new();
    }
    let now = context.now;
    directory.removed_users().filter(|removed| removed.until > now).collect()
}

/// Finds deleted users; none for who sees none.
pub fn bin_list(directory: &Directory, context: &Context, query: &BinQuery) -> BinList {
    let folded = fold(&query.search);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let mut found = kept(directory, context);
    found.retain(|removed| words.is_empty() || fits(removed, &words));
    match query.sort {
        BinSort::Deleted => sort::by_key(&mut found, |removed| (Reverse(removed.at), removed.user.id)),
        BinSort::Name => sort::by_key(&mut found, |removed| (fold(&removed.user.display_name()), removed.user.id)),
        BinSort::Until => sort::by_key(&mut found, |removed| (removed.until, removed.user.id)),
    }
    if query.descending {
        found.reverse();
    }
    let page = found.iter().skip(query.from).take(query.limit.unwrap_or(usize::MAX));
    BinList { users: page.map(|removed| removed.user.id).collect(), total: found.len() }
}

fn fits(removed: &Removed, words: &[&str]) -> bool {
    let mut text = fold(&removed.user.display_name());
    for identifier in &removed.user.identifiers {
        // Nobody searches for a line break.
        text.push('\n');
        text.push_str(&identifier.folded().1);
    }
    words.iter().all(|word| text.contains(word))
}

/// One deleted user, with what would come of restoring it now; none for who does not see it.
pub fn recycled(directory: &Directory, context: &Context, user: UserId) -> Option<Recycled> {
    let removed = directory.removed_user(user).filter(|removed| removed.until > context.now)?;
    sees_bin(directory, context).then(|| row(directory, context, removed))
}

/// The deleted users that can still be restored, the one that was deleted last first; none for who sees none.
pub fn recycle_bin(directory: &Directory, context: &Context) -> Vec<Recycled> {
    let mut bin: Vec<Recycled> =
        kept(directory, context).into_iter().map(|removed| row(directory, context, removed)).collect();
    sort::by_key(&mut bin, |row| (Reverse(row.deleted), row.user));
    bin
}

fn row(directory: &Directory, context: &Context, removed: &Removed) -> Recycled {
    let user = removed.user.id;
    let decided = decide(directory, context, &RestoreUser { user }.into());
    let (mut back, mut lacking) = (ComesBack::default(), Vec::new());
    if let Ok(decision) = &decided {
        back = comes_back(decision);
        missing(&mut lacking, directory, decision, removed);
    }
    Recycled {
        user,
        name: removed.user.display_name().into_owned(),
        deleted: removed.at,
        by: removed.by,
        until: removed.until,
        back,
        missing: lacking,
        why_not: decided.err().map(Refusals::into_vec).unwrap_or_default(),
    }
}

fn comes_back(decision: &Decision) -> ComesBack {
    let mut back = ComesBack::default();
    for record in decision.changes.0.iter().filter_map(|change| change.after.as_ref()) {
        match record {
            Record::User(user) => {
                back.identifiers.clone_from(&user.identifiers);
                back.extension = user.extension().cloned();
                back.licences = user.licences().collect();
            }
            Record::Number(number) => back.numbers.push(number.number),
            Record::Membership(membership) => back.teams.push(membership.team),
            Record::Grant(grant) => back.grants.push(grant.key),
            Record::Phone(_) => back.phones = back.phones.saturating_add(1),
            _ => {}
        }
    }
    back
}
