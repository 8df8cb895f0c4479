//! Questions about teams, licences, numbers, invitations, and what needs attention.

use super::{Teller, listed, named, parts, when, word};
use crate::{
    name,
    table::{actor, sentence, words::Words},
};
use rollcall_core::{
    Context, Timestamp,
    context::View,
    query::{self, Attention},
};

/// `attention`, `attention of bob`: as far as bob can do something about it
pub fn attention(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let tell = |item: Attention| match item {
        Attention::OneOwner(user) => format!("one owner {}", who.user(user)),
        Attention::NoSeatLeft(licence) => format!("no seat left {}", who.licence(licence)),
        Attention::InvitationsExpired(users) => format!("expired {}", who.users(&users)),
        Attention::InvitationsExpiring(users) => format!("expiring {}", who.users(&users)),
        Attention::Prepared(many) => format!("{many} prepared"),
        Attention::NoPhone(many) => format!("{many} without a phone"),
        Attention::Away(many) => format!("{many} away"),
        Attention::TeamWithoutMembers(team) => format!("nobody in {}", who.team(team)),
        Attention::RoutedToDisabled(team, by) => {
            format!("disabled {} still called by {}", who.team(team), listed(by.into_iter().map(|key| who.key(key))))
        }
        Attention::UnusedRole(role) => format!("unused role {}", who.role(role)),
        Attention::DirectPermissions(user, permissions) => {
            let permissions = listed(permissions.iter().map(|permission| permission.as_str().to_owned()));
            format!("{} has {permissions} without a role", who.user(user))
        }
        Attention::PutOff(users) => format!("put off {}", who.users(&users)),
        Attention::Leaving(users) => format!("leaving {}", who.users(&users)),
        Attention::GrantsEnding(users) => format!("grants ending {}", who.users(&users)),
    };
    let all = if words.eat("of") {
        query::attention_of(who.0, &Context { actor: actor(words)?, now, view: View::Whole })
    } else {
        query::attention(who.0, now)
    };
    Ok(parts(all.into_iter().map(tell).collect()))
}

/// `first steps of ann`: what is done and what is still to do.
pub fn first_steps(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    words.expect("steps")?;
    words.expect("of")?;
    let context = Context { actor: actor(words)?, now, view: View::Whole };
    let told = |done: bool, yes: &str, no: &str| if done { yes.to_owned() } else { no.to_owned() };
    Ok(query::first_steps(who.0, &context).map_or_else(
        || "nothing".into(),
        |steps| {
            listed([
                told(steps.invited, "invited", "to invite"),
                told(steps.imported, "imported", "to import"),
                told(steps.teams, "a team", "to make a team"),
            ])
        },
    ))
}

/// `policy single-role`: what would come of it, a part at a time.
pub fn policy(who: Teller<'_>, words: &mut Words<'_>) -> Result<String, String> {
    let policy = sentence::set_policy(words, who.0)?.policy;
    let query::PolicyImpact { locked_out, several_roles, outside, foreign } = query::policy_impact(who.0, &policy);
    let all = [
        (locked_out, "locked out"),
        (several_roles, "with several roles"),
        (outside, "outside"),
        (foreign, "of other domains"),
    ];
    Ok(parts(all.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect()))
}

/// `invitations`
pub fn invitations(who: Teller<'_>, now: Timestamp) -> String {
    let found = query::invitations(who.0, now);
    let groups =
        [("prepared", found.prepared), ("open", found.open), ("expiring", found.expiring), ("expired", found.expired)];
    let there = groups.iter().filter(|(_, users)| !users.is_empty());
    parts(there.map(|(what, users)| format!("{what} {}", who.users(users))).collect())
}

/// `invited expiring undelivered ina sorted sent last-first skip 1 take 2 ann`: the list of invitations, and how many stand where.
pub fn invited(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let states = ["prepared", "scheduled", "open", "expiring", "expired", "undelivered"];
    let state = states.into_iter().find(|state| words.eat(state)).unwrap_or("all");
    let lost = if words.eat("lost") { words.list("whose mails did not arrive")? } else { Vec::new() };
    let lost: Vec<_> = lost.into_iter().map(name::user).collect();
    let page = page(words, "name")?;
    let query = serde_json::json!({
        "state": state, "undelivered": lost, "sort": page.sort, "descending": page.descending, "from": page.from,
        "limit": page.limit, "search": words.rest(),
    });
    let query: query::InvitationQuery = serde_json::from_value(query).map_err(|error| error.to_string())?;
    let list = query::invitation_list(who.0, &query, now);
    let query::InvitationCounts { all, prepared, scheduled, open, expiring, expired, undelivered } = list.counts;
    let planned = if scheduled > 0 { format!(" ({scheduled} scheduled)") } else { String::new() };
    Ok(format!(
        "{}; {} of {all}: {prepared} prepared{planned} + {open} open ({expiring} soon) + {expired} expired, {undelivered} lost",
        who.users(&list.users),
        list.total
    ))
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

/// `back Standard`: who makes no use of a licence.
pub fn back(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let query::SeatsBack { expired, prepared, invited, never, suspended } =
        query::seats_back(who.0, name::licence(words.next("the licence")?), now);
    let groups = [
        ("expired", expired),
        ("prepared", prepared),
        ("invited", invited),
        ("never", never),
        ("suspended", suspended),
    ];
    let there = groups.iter().filter(|(_, users)| !users.is_empty());
    Ok(parts(there.map(|(what, users)| format!("{what} {}", who.users(users))).collect()))
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

/// `inventory free landline linked sorted holder last-first skip 1 take 2 30`: what is found, and how many stand where.
pub fn inventory(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let list = query::number_list(who.0, &sought(words)?, now);
    let row = |row: query::NumberRow| {
        let holder = row.holder.map(|holder| format!(" {holder}")).unwrap_or_default();
        format!("{} {} {}{holder}", row.number.number, named(&row.number.kind), named(&row.standing))
    };
    let mut told: Vec<String> =
        list.numbers.iter().filter_map(|number| query::number_row(who.0, *number, now)).map(row).collect();
    let query::NumberCounts { all, free, assigned, quarantine, routed } = list.counts;
    told.push(format!(
        "{} of {all}: {free} free + {assigned} assigned + {quarantine} resting + {routed} routed",
        list.total
    ));
    Ok(parts(told))
}

/// `narrowing free 30`: how many numbers each choice of a filter would leave.
pub fn narrowing(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let filters = query::number_filters(who.0, &sought(words)?, now);
    let kinds =
        filters.kinds.iter().filter(|(_, count)| *count > 0).map(|(kind, count)| format!("{} {count}", named(kind)));
    Ok(parts(vec![format!("kinds {}", listed(kinds)), format!("linked {}", filters.linked)]))
}

fn sought(words: &mut Words<'_>) -> Result<query::NumberQuery, String> {
    let state =
        ["free", "assigned", "quarantine", "routed"].into_iter().find(|state| words.eat(state)).unwrap_or("all");
    let kind = ["virtual", "landline", "mobile", "work", "group"].into_iter().find(|kind| words.eat(kind));
    let linked = words.eat("linked");
    let page = page(words, "number")?;
    let query = serde_json::json!({
        "state": state, "kind": kind, "linked": linked, "sort": page.sort, "descending": page.descending,
        "from": page.from, "limit": page.limit, "search": words.rest(),
    });
    serde_json::from_value(query).map_err(|error| error.to_string())
}

/// `lines free softphone sorted holder last-first skip 1 take 2 10`: the list of extensions, and how many stand how.
pub fn lines(who: Teller<'_>, words: &mut Words<'_>) -> Result<String, String> {
    let state = ["free", "taken", "outside"].into_iter().find(|state| words.eat(state)).unwrap_or("all");
    let phone = ["softphone", "webphone", "desk_phone"].into_iter().find(|phone| words.eat(phone));
    let page = page(words, "extension")?;
    let query = serde_json::json!({
        "state": state, "phone": phone, "sort": page.sort, "descending": page.descending, "from": page.from,
        "limit": page.limit, "search": words.rest(),
    });
    let query: query::ExtensionQuery = serde_json::from_value(query).map_err(|error| error.to_string())?;
    let list = query::extension_list(who.0, &query);
    let row = |row: query::ExtensionRow| {
        let holder = row.holder.map(|(_, name)| format!(" {name}")).unwrap_or_default();
        let phone = row.phone.map(|phone| format!(" {}", named(&phone))).unwrap_or_default();
        format!("{}{holder}{phone}{}", row.extension, if row.outside { " outside" } else { "" })
    };
    let mut told: Vec<String> =
        list.extensions.iter().filter_map(|extension| query::extension_row(who.0, extension)).map(row).collect();
    let query::ExtensionCounts { all, free, taken, outside } = list.counts;
    told.push(format!("{} of {all}: {free} free + {taken} taken, {outside} outside", list.total));
    let phones = query::extension_phones(who.0, &query).into_iter().filter(|(_, count)| *count > 0);
    told.push(format!("phones {}", listed(phones.map(|(phone, count)| format!("{} {count}", named(&phone))))));
    Ok(parts(told))
}

/// `sorted holder last-first skip 1 take 2`: how a list is sorted, and which part of it is asked for.
pub(super) struct Page<'a> {
    pub sort: &'a str,
    pub descending: bool,
    pub from: usize,
    pub limit: Option<usize>,
}

pub(super) fn page<'a>(words: &mut Words<'a>, usual: &'a str) -> Result<Page<'a>, String> {
    let sort = if words.eat("sorted") { words.next("by what")? } else { usual };
    let descending = words.eat("last-first");
    let from = if words.eat("skip") { words.number("how many")? } else { 0 };
    let limit = if words.eat("take") { Some(words.number("how many")?) } else { None };
    Ok(Page { sort, descending, from, limit })
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

/// `contacts`, `contacts sorted company last-first skip 1 take 2 taxi`: who is found, how many fit and how many there are.
pub fn contacts(who: Teller<'_>, words: &mut Words<'_>) -> Result<String, String> {
    let page = page(words, "name")?;
    let query = serde_json::json!({
        "sort": page.sort, "descending": page.descending, "from": page.from, "limit": page.limit, "search": words.rest(),
    });
    let query: query::ContactQuery = serde_json::from_value(query).map_err(|error| error.to_string())?;
    let list = query::contact_list(who.0, &query);
    let name = |id| who.0.contact(id).map_or("a contact gone".to_owned(), |contact| contact.name.to_string());
    let names = listed(list.contacts.into_iter().map(name));
    Ok(format!("{names}; {} of {}", list.matching, list.total))
}

/// `teams`, `teams disabled of bob sorted members last-first skip 1 take 2 sal`: what each row says, and how many there are in
/// each state.
pub fn teams(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let list = query::team_list(who.0, &asked(words)?);
    let row = |row: query::TeamRow| {
        let mut told = vec![format!("{} {}", row.name, named(&row.kind)), format!("{} in it", row.members)];
        let mut say = |what: &str, items: Vec<String>| {
            if !items.is_empty() {
                told.push(format!("{what} {}", items.join(" + ")));
            }
        };
        say("managed by", row.managers);
        say("brought by", row.roles.iter().map(ToString::to_string).collect());
        say("channels", Some(row.channels).filter(|many| *many > 0).iter().map(ToString::to_string).collect());
        say("called at", row.numbers.iter().map(ToString::to_string).collect());
        say("through", row.extensions.iter().map(ToString::to_string).collect());
        told.extend(row.takes_calls.then(|| "takes calls".to_owned()));
        told.extend(row.disabled.then(|| "disabled".to_owned()));
        told.join(", ")
    };
    let query::TeamCounts { all, active, disabled } = list.counts;
    let mut told: Vec<String> = list.teams.iter().filter_map(|id| query::team_row(who.0, *id, now)).map(row).collect();
    told.push(format!("{} of {all}: {active} active + {disabled} disabled", list.total));
    Ok(parts(told))
}

/// `choices of bob sal`: how many teams each choice of a filter would leave; those that leave none are not told.
pub fn choices(who: Teller<'_>, words: &mut Words<'_>) -> Result<String, String> {
    let asker = if words.eat("by") { Some(super::a_user(words)?) } else { None };
    let filters = query::team_filters(who.0, &asked(words)?, asker);
    let kinds =
        filters.kinds.iter().filter(|(_, count)| *count > 0).map(|(kind, count)| format!("{} {count}", named(kind)));
    let roles =
        filters.roles.iter().filter(|(_, _, count)| *count > 0).map(|(_, name, count)| format!("{name} {count}"));
    Ok(parts(vec![
        format!("kinds {}", listed(kinds)),
        format!("roles {}", listed(roles)),
        format!("mine {}", filters.mine),
        format!("take calls {}", filters.takes_calls),
    ]))
}

fn asked(words: &mut Words<'_>) -> Result<query::TeamQuery, String> {
    let state = ["active", "disabled"].into_iter().find(|state| words.eat(state)).unwrap_or("all");
    let kind = ["department", "site"].into_iter().find(|kind| words.eat(kind));
    let takes_calls = words.eat("taking-calls");
    let role = words.eat("with-role").then(|| words.any().map(name::role)).flatten();
    let member = if words.eat("of") { Some(super::a_user(words)?) } else { None };
    let Page { sort, descending, from, limit } = page(words, "name")?;
    let query = serde_json::json!({
        "search": words.rest(), "state": state, "kind": kind, "takes_calls": takes_calls, "role": role, "member": member,
        "sort": sort, "descending": descending, "from": from, "limit": limit,
    });
    serde_json::from_value(query).map_err(|error| error.to_string())
}

/// `team Sales`
pub fn team(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let Some(detail) = query::team_detail(who.0, name::team(words.next("the team")?), now) else {
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
        format!("roles {}", listed(detail.row.roles.iter().map(ToString::to_string))),
        format!("channels {}", listed(detail.channels.iter().map(channel))),
    ];
    told.extend(detail.routing.map(|routing| format!("rings {}", named(&routing.strategy))));
    Ok(parts(told))
}

/// `closest sa`: the first people and teams that are meant by what was typed.
pub fn closest(who: Teller<'_>, words: &mut Words<'_>) -> String {
    const FEW: usize = 4;
    let typed = words.rest();
    let teams = query::closest_teams(who.0, &typed, FEW).into_iter().map(|team| who.team(team));
    format!("people {}; teams {}", who.users(&query::closest_users(who.0, &typed, FEW)), listed(teams))
}
