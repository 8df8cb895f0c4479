//! Questions about teams, licences, numbers, invitations, and what needs attention.

use super::{Teller, listed, named, parts, when, word};
use crate::{name, table::words::Words};
use rollcall_core::{
    Timestamp,
    query::{self, Attention},
};

/// `attention`
pub fn attention(who: Teller<'_>, now: Timestamp) -> String {
    let tell = |item: Attention| match item {
        Attention::OneOwner(user) => format!("one owner {}", who.user(user)),
        Attention::NoSeatLeft(licence) => format!("no seat left {}", who.licence(licence)),
        Attention::InvitationsExpired(users) => format!("expired {}", who.users(&users)),
        Attention::InvitationsExpiring(users) => format!("expiring {}", who.users(&users)),
        Attention::Prepared(many) => format!("{many} prepared"),
        Attention::NoPhone(many) => format!("{many} without a phone"),
        Attention::TeamWithoutMembers(team) => format!("nobody in {}", who.team(team)),
        Attention::RoutedToDisabled(team, by) => {
            format!("disabled {} still called by {}", who.team(team), listed(by.into_iter().map(|key| who.key(key))))
        }
        Attention::UnusedRole(role) => format!("unused role {}", who.role(role)),
        Attention::DirectPermissions(user, permissions) => {
            let permissions = listed(permissions.iter().map(|permission| permission.as_str().to_owned()));
            format!("{} has {permissions} without a role", who.user(user))
        }
        Attention::GrantsEnding(users) => format!("grants ending {}", who.users(&users)),
    };
    parts(query::attention(who.0, now).into_iter().map(tell).collect())
}

/// `invitations`
pub fn invitations(who: Teller<'_>, now: Timestamp) -> String {
    let found = query::invitations(who.0, now);
    let groups =
        [("prepared", found.prepared), ("open", found.open), ("expiring", found.expiring), ("expired", found.expired)];
    let there = groups.iter().filter(|(_, users)| !users.is_empty());
    parts(there.map(|(what, users)| format!("{what} {}", who.users(users))).collect())
}

/// `prepared`, `prepared ann`: whom "send invitations" offers.
pub fn prepared(who: Teller<'_>, words: &mut Words<'_>) -> String {
    who.users(&query::prepared_matching(who.0, &words.rest()))
}

/// `licences`
pub fn licences(who: Teller<'_>) -> String {
    let usage = |usage: &query::LicenceUsage| {
        let seats = usage.seats.map(|seats| format!("/{seats}")).unwrap_or_default();
        let left = usage.left().map(|left| format!(", {left} left")).unwrap_or_default();
        format!("{} {} {}{seats}{left}", named(&usage.kind), usage.name, usage.taken)
    };
    parts(query::licence_usage(who.0).iter().map(usage).collect())
}

/// `numbers`, `numbers landline`
pub fn numbers(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let kind = if words.peeks("") { Some(word("a kind of number", words)?) } else { None };
    let row = |row: query::NumberRow| {
        let holder = row.holder.map(|holder| format!(" {holder}")).unwrap_or_default();
        let until = row.number.quarantine_until.filter(|until| *until > now && row.number.holder.is_none());
        let until = until.map(|until| format!(" {}", when(until, now))).unwrap_or_default();
        format!("{} {} {}{holder}{until}", row.number.number, named(&row.number.kind), named(&row.standing))
    };
    Ok(parts(query::numbers(who.0, kind, now).into_iter().map(row).collect()))
}

/// `extensions free 3`, `extensions taken`
pub fn extensions(who: Teller<'_>, words: &mut Words<'_>) -> Result<String, String> {
    match words.next("free or taken")? {
        "free" => {
            let many = words.next("how many")?;
            let many = many.parse().map_err(|_| format!("`{many}` is no number"))?;
            Ok(listed(query::extensions_free(who.0, many).iter().map(ToString::to_string)))
        }
        "taken" => {
            let taken = query::extensions_taken(who.0);
            Ok(listed(taken.iter().map(|(extension, user)| format!("{extension} {}", who.user(*user)))))
        }
        other => Err(format!("extensions are not `{other}`")),
    }
}

/// `teams`, `teams sal`
pub fn teams(who: Teller<'_>, words: &mut Words<'_>) -> String {
    let row = |row: &query::TeamRow| {
        let disabled = if row.disabled { ", disabled" } else { "" };
        let calls = if row.takes_calls { ", takes calls" } else { "" };
        format!("{} {}, {} in it{calls}{disabled}", row.name, named(&row.kind), row.members)
    };
    parts(query::team_list(who.0, &words.rest()).iter().map(row).collect())
}

/// `team Sales`
pub fn team(who: Teller<'_>, words: &mut Words<'_>) -> Result<String, String> {
    let Some(detail) = query::team_detail(who.0, name::team(words.next("the team")?)) else {
        return Ok("no such team".into());
    };
    let member = |member: &query::TeamMember| {
        let hand = member.by_hand.then(|| "by hand".to_owned());
        let roles = member.through.iter().map(|role| format!("through {role}"));
        format!("{} {}", member.name, hand.into_iter().chain(roles).collect::<Vec<_>>().join(" and "))
    };
    let channel = |(_, name, public): &(_, rollcall_core::value::ChannelName, bool)| {
        format!("{name}{}", if *public { "" } else { " private" })
    };
    let mut told = vec![
        format!("{}{}", detail.row.name, if detail.row.disabled { " disabled" } else { "" }),
        format!("members {}", listed(detail.members.iter().map(member))),
        format!("roles {}", listed(detail.roles.iter().map(|(_, name)| name.to_string()))),
        format!("channels {}", listed(detail.channels.iter().map(channel))),
    ];
    told.extend(detail.routing.map(|routing| format!("rings {}", named(&routing.strategy))));
    Ok(parts(told))
}
