//! Questions about users: the list, and one with all that belongs to it.

use super::{Teller, access::not_back, codes, list::page, listed, named, of_user, parts, when};
use crate::{
    name,
    table::{actor, words::Words},
};
use rollcall_core::{
    Context, Record, Timestamp,
    access::{Holding, visible},
    context::View,
    id::{PhoneId, UserId},
    model::{Action, GrantKey, Granted, LastSignIn, Phone, When},
    query::{self, ComesBack, Recycled, UserQuery},
};

/// `users`, `users active persons with-role agent in-team Sales ann clerk`: who is found, and how many there are in each state.
pub fn list(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> String {
    let query = asked(words);
    let list = query::user_list(who.0, &query, now);
    let c = list.counts;
    let counts = [
        ("active", c.active),
        ("prepared", c.prepared),
        ("invited", c.invited),
        ("expired", c.expired),
        ("suspended", c.suspended),
    ];
    let counts = counts.iter().filter(|(_, many)| *many > 0).map(|(name, many)| format!("{many} {name}"));
    format!("{}; {} in all: {}", who.users(&list.users), c.all, listed(counts))
}

/// `here of bob by ann`: when ann is told that bob was here last.
pub fn here(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let user = of_user(words)?;
    words.expect("by")?;
    let context = Context { actor: actor(words)?, now, view: View::Whole };
    let holding = Holding::of_actor(who.0, &context).map_err(|refusal| refusal.code().to_owned())?;
    let record = who.0.last_sign_in(user).map(|sign_in| Record::LastSignIn(*sign_in));
    let seen = record.and_then(|record| visible(who.0, &holding, &record));
    Ok(match (seen, LastSignIn::day_of(now)) {
        (Some(Record::LastSignIn(sign_in)), today) => match today.days().saturating_sub(sign_in.day.days()) {
            0 => "today".to_owned(),
            1 => "1 day ago".to_owned(),
            days => format!("{days} days ago"),
        },
        _ => "unknown".to_owned(),
    })
}

/// `filters active persons in-team Sales ann`: how many each choice of a filter would leave; those that leave nobody are
/// not told.
pub fn filters(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> String {
    let filters = query::user_filters(who.0, &asked(words), now);
    let mut told = Vec::new();
    let mut say = |what: &str, items: Vec<(String, usize)>| {
        let some = items.into_iter().filter(|(_, count)| *count > 0).map(|(name, count)| format!("{name} {count}"));
        told.push(format!("{what} {}", listed(some)));
    };
    say("roles", filters.roles.iter().map(|(_, name, count)| (name.to_string(), *count)).collect());
    say("teams", filters.teams.iter().map(|(_, name, count)| (name.to_string(), *count)).collect());
    say("licences", filters.licences.iter().map(|(_, name, count)| (name.to_string(), *count)).collect());
    told.push(format!("system {}", filters.system));
    let kinds = filters.kinds.iter().filter(|(_, count)| *count > 0);
    told.push(format!("kinds {}", listed(kinds.map(|(kind, count)| format!("{} {count}", named(kind))))));
    for (need, count) in filters.needs {
        told.push(format!("{} {count}", named(&need)));
    }
    parts(told)
}

fn asked(words: &mut Words<'_>) -> UserQuery {
    let states = ["active", "prepared", "invited", "expired", "suspended"];
    let state = states.into_iter().find(|state| words.eat(state)).unwrap_or("all");
    let hide_system = words.eat("persons");
    let no_phone = words.eat("without-phone");
    let kind = words.eat("of-kind").then(|| words.any().map(str::to_owned)).flatten();
    let need = words.eat("needing").then(|| words.any().map(str::to_owned)).flatten();
    let role = words.eat("with-role").then(|| words.any().map(name::role)).flatten();
    let team = words.eat("in-team").then(|| words.any().map(name::team)).flatten();
    let licence = words.eat("with-licence").then(|| words.any().map(name::licence)).flatten();
    let query = serde_json::json!({
        "search": words.rest(), "state": state, "hide_system": hide_system, "no_phone": no_phone, "kind": kind, "need": need, "role": role,
        "team": team, "licence": licence,
    });
    serde_json::from_value(query).unwrap_or_default()
}

/// `detail of bob`
pub fn detail(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let Some(detail) = query::user_detail(who.0, of_user(words)?, now) else { return Ok("nobody".into()) };
    let mut told = vec![format!("{} {}", who.user(detail.row.id), named(&detail.row.standing))];
    let mut say = |what: &str, items: Vec<String>| {
        if !items.is_empty() {
            told.push(format!("{what} {}", items.join(" + ")));
        }
    };
    say("position", detail.profile.position.iter().map(ToString::to_string).collect());
    say("known as", detail.identifiers.iter().map(|identifier| identifier.folded().1).collect());
    say("plan", detail.row.licence.iter().map(ToString::to_string).collect());
    say("add-ons", detail.add_ons.iter().map(ToString::to_string).collect());
    let granted = |grant: &rollcall_core::model::Grant| {
        let until = grant.until.map(|until| format!(" until {}", when(until, now))).unwrap_or_default();
        format!("{}{until}", granted(who, &grant.key))
    };
    say("grants", detail.grants.iter().map(granted).collect());
    say("teams", detail.teams.iter().map(|(_, name)| name.to_string()).collect());
    say("line", detail.line.iter().map(|line| format!("{} {}", line.extension, named(&line.phone))).collect());
    say("numbers", detail.numbers.iter().map(|number| number.number.to_string()).collect());
    say("shows", detail.display_numbers.iter().map(ToString::to_string).collect());
    say("phones", detail.phones.iter().map(told_phone).collect());
    let rule = |rule: &rollcall_core::model::AnsweringRule| {
        let when = match &rule.when {
            When::Hours(_) => "hours".to_owned(),
            when => named(when),
        };
        let action = match rule.action {
            Action::Ring { seconds } => format!("ring {seconds}"),
            Action::Forward(target) => format!("forward {}", who.target(target)),
            Action::Voicemail => "voicemail".into(),
            Action::Reject => "reject".into(),
        };
        format!("{when} {action}")
    };
    say("rules", detail.rules.iter().map(rule).collect());
    say("voicemail", detail.voicemail.on.then(|| "on".to_owned()).into_iter().collect());
    say("presence", detail.presence.iter().map(|presence| named(&presence.state)).collect());
    say("sends to", detail.target.iter().map(|target| who.target(*target)).collect());
    say("extra", detail.extra.iter().map(|(key, value)| format!("{key}={value}")).collect());
    say("expires", detail.invitation.iter().map(|invitation| when(invitation.expires, now)).collect());
    say("on", detail.on_call.then(|| "a call".to_owned()).into_iter().collect());
    Ok(parts(told))
}

/// `agent own`
fn granted(who: Teller<'_>, grant: &GrantKey) -> String {
    let what = match grant.what {
        Granted::Role(role) => who.role(role),
        Granted::Permission(permission) => permission.as_str().to_owned(),
    };
    format!("{what} {}", who.scope(grant.scope))
}

/// `sign-in 0171 1111111`: whom it means, and as what.
pub fn sign_in(who: Teller<'_>, words: &mut Words<'_>) -> String {
    let meant = query::who_signs_in(who.0, &words.rest());
    listed(meant.iter().map(|(user, kind)| format!("{} by {}", who.user(*user), named(kind))))
}

/// `bin of ann`: whom it can restore, until when, what comes back and what does not.
pub fn bin(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    words.expect("of")?;
    let context = Context { actor: actor(words)?, now, view: View::Whole };
    let row = |row: &Recycled| {
        let by = row.by.map(|by| format!(" by {}", who.user(by))).unwrap_or_default();
        let mut told =
            vec![format!("{} deleted {}{by} until {}", row.name, when(row.deleted, now), when(row.until, now))];
        told.extend(list_of(who, &row.back));
        told.extend(row.missing.iter().map(|missing| not_back(who, missing)));
        told.extend((!row.why_not.is_empty()).then(|| codes(&row.why_not)));
        told.join(", ")
    };
    Ok(parts(query::recycle_bin(who.0, &context).iter().map(row).collect()))
}

/// `binned of ann sorted name last-first skip 1 take 2 bob`: which deleted users a list shows, and how many it has.
pub fn binned(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    words.expect("of")?;
    let context = Context { actor: actor(words)?, now, view: View::Whole };
    let page = page(words, "deleted")?;
    let query = serde_json::json!({
        "sort": page.sort, "descending": page.descending, "from": page.from, "limit": page.limit, "search": words.rest(),
    });
    let query: query::BinQuery = serde_json::from_value(query).map_err(|error| error.to_string())?;
    let list = query::bin_list(who.0, &context, &query);
    let row = |user: &UserId| query::recycled(who.0, &context, *user);
    let rows: Vec<Recycled> = list.users.iter().filter_map(row).collect();
    let whole = query::recycle_bin(who.0, &context);
    if rows.iter().any(|row| !whole.contains(row)) {
        return Err("a row says something else than the bin".into());
    }
    let sees = if query::sees_bin(who.0, &context) { "" } else { ", sees no bin" };
    Ok(format!("{}; {}{sees}", listed(rows.into_iter().map(|row| row.name)), list.total))
}

fn list_of(who: Teller<'_>, back: &ComesBack) -> Option<String> {
    let ComesBack { identifiers, extension, numbers, licences, teams, grants, phones } = back;
    let known = identifiers.iter().map(|identifier| identifier.folded().1);
    let lines = extension.iter().map(ToString::to_string).chain(numbers.iter().map(ToString::to_string));
    let held = licences.iter().map(|licence| who.licence(*licence));
    let teams = teams.iter().map(|team| who.team(*team));
    let grants = grants.iter().map(|grant| granted(who, grant));
    let phones = (*phones > 0).then(|| format!("{phones} phones"));
    let all: Vec<String> = known.chain(lines).chain(held).chain(teams).chain(grants).chain(phones).collect();
    (!all.is_empty()).then(|| format!("back {}", all.join(" + ")))
}

/// `loss of bob to ann`: what goes when ann deletes bob.
pub fn loss(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let user = of_user(words)?;
    words.expect("to")?;
    let context = Context { actor: actor(words)?, now, view: View::Whole };
    let Some(loss) = query::user_loss(who.0, &context, user) else { return Ok("nobody".into()) };
    let mut told = Vec::new();
    let mut say = |what: &str, items: Vec<String>| {
        if !items.is_empty() {
            told.push(format!("{what} {}", items.join(" + ")));
        }
    };
    say("known as", loss.identifiers.iter().map(|identifier| identifier.folded().1).collect());
    say("at", loss.extension.iter().map(ToString::to_string).collect());
    say("holds", loss.numbers.iter().map(ToString::to_string).collect());
    let mut phones: Vec<String> = loss.phones.iter().map(|phone| phone_of(who, *phone)).collect();
    phones.sort();
    say("phones", phones);
    say("seats", loss.seats.iter().map(|licence| who.licence(*licence)).collect());
    say("teams", loss.teams.iter().map(|team| who.team(*team)).collect());
    say("grants", loss.grants.iter().map(|grant| granted(who, grant)).collect());
    say("called by", loss.routes.iter().map(|key| who.key(*key)).collect());
    say("voicemail", loss.voicemail.then(|| "on".to_owned()).into_iter().collect());
    say("restorable", loss.restorable.iter().map(|until| when(*until, now)).collect());
    say("but", (!loss.why_not.is_empty()).then(|| codes(&loss.why_not)).into_iter().collect());
    Ok(parts(told))
}

fn phone_of(who: Teller<'_>, id: PhoneId) -> String {
    who.0.phone(id).map_or_else(|| "a phone gone".into(), told_phone)
}

fn told_phone(phone: &Phone) -> String {
    let model = phone.model.as_ref().map_or_else(|| "phone".to_owned(), ToString::to_string);
    phone.line.as_ref().map_or_else(|| model.clone(), |line| format!("{model} at {line}"))
}
