//! What holds after a sentence happened: `bob in Sales through helper`, `number +4930111111 free`, `team Old disabled`.

mod scheduled;

use super::{
    HOUR,
    part::{self, extension, licences, number, permission, scope, span, target},
    words::Words,
    world::KINDS,
};
use crate::name;
use rollcall_core::{
    Directory, Key, Timestamp,
    access::Holding,
    id::UserId,
    model::{AvatarOf, Granted, IdentifierKind, Number, Scope, User},
};
use serde_json::Value;

/// Whether the fact about the subject holds.
pub fn holds(after: &Directory, now: Timestamp, subject: &str, words: &mut Words<'_>) -> Result<bool, String> {
    match subject {
        "team" => team(after, words),
        "role" => role(after, words),
        "channel" => channel(after, words),
        "number" => number_fact(after, now, words),
        "phone" => phone(after, words),
        "contact" => contact(after, words),
        "call" => call(after, now, words),
        "organisation" => organisation(after, words),
        subject if after.licence(name::licence(subject)).is_some() => licence(after, subject, words.next("the seats")?),
        subject => user(after, now, name::user(subject), words),
    }
}

/// `Standard 3/3`, or `Standard 3` without a limit; `Standard Gold` when it is called so now.
fn licence(after: &Directory, licence: &str, said: &str) -> Result<bool, String> {
    let id = name::licence(licence);
    let taken = after.seats_taken(id);
    let found = after.licence(id).ok_or("no such licence")?;
    let text = match found.seats {
        Some(seats) => format!("{taken}/{seats}"),
        None => taken.to_string(),
    };
    Ok(text == said || found.name.as_str() == said)
}

fn organisation(after: &Directory, words: &mut Words<'_>) -> Result<bool, String> {
    let Some(organisation) = after.organisation() else { return Ok(false) };
    Ok(match words.next("what holds for the organisation")? {
        "exists" => true,
        "called" => organisation.name.as_str() == words.rest(),
        "speaks" => organisation.language.as_str() == words.next("the language")?,
        other => return Err(format!("`{other}` is nothing that can be said of an organisation")),
    })
}

fn team(after: &Directory, words: &mut Words<'_>) -> Result<bool, String> {
    let called = words.next("the team")?;
    let id = name::team(called);
    let fact = words.next("what holds for the team")?;
    let Some(team) = after.team(id) else {
        let clean = after.members(id).next().is_none()
            && after.channels_of(id).next().is_none()
            && after.grants_in(id).next().is_none()
            && after.roles().all(|role| !role.teams.contains(&id))
            && after.avatar(AvatarOf::Team(id)).is_none();
        return Ok(fact == "gone" && clean);
    };
    Ok(match fact {
        "exists" => true,
        "disabled" => team.disabled,
        "enabled" => !team.disabled,
        "called" => team.name.as_str() == words.rest(),
        "kind" => team.kind == part::word("a kind of team", words)?,
        "pictured" => after.avatar(AvatarOf::Team(id)).is_some(),
        "routes" if words.eat("nothing") => team.routing.is_none(),
        "routes" => {
            let strategy = part::word("a strategy", words)?;
            team.routing.as_ref().is_some_and(|routing| routing.strategy == strategy)
        }
        "overflows" => team.overflow() == Some(target(words)?),
        "brought" => {
            words.expect("by")?;
            after.role(name::role(words.next("the role")?)).is_some_and(|role| role.teams.contains(&id))
        }
        other => return Err(format!("`{other}` is nothing that can be said of a team")),
    })
}

fn role(after: &Directory, words: &mut Words<'_>) -> Result<bool, String> {
    let id = name::role(words.next("the role")?);
    let fact = words.next("what holds for the role")?;
    let Some(role) = after.role(id) else {
        return Ok(fact == "gone" && after.holders(id).next().is_none());
    };
    Ok(match fact {
        "exists" => true,
        "called" => role.name.as_str() == words.rest(),
        "grants" => role.permissions == part::permissions(words)?,
        "about" => role.description.as_ref().map(ToString::to_string) == Some(words.rest()),
        other => return Err(format!("`{other}` is nothing that can be said of a role")),
    })
}

fn channel(after: &Directory, words: &mut Words<'_>) -> Result<bool, String> {
    let channel = after.channel(name::channel(words.next("the channel")?));
    Ok(match words.next("what holds for the channel")? {
        "gone" => channel.is_none(),
        "public" => channel.is_some_and(|channel| channel.public),
        "private" => channel.is_some_and(|channel| !channel.public),
        "called" => channel.is_some_and(|channel| channel.name.as_str() == words.rest()),
        other => return Err(format!("`{other}` is nothing that can be said of a channel")),
    })
}

fn number_fact(after: &Directory, now: Timestamp, words: &mut Words<'_>) -> Result<bool, String> {
    let found = after.number(number(words.next("the number")?)?);
    let fact = words.next("what holds for the number")?;
    let Some(found) = found else { return Ok(fact == "gone") };
    let resting = |found: &Number| found.quarantine_until.filter(|until| *until > now);
    Ok(match fact {
        "free" => found.holder.is_none() && found.target.is_none() && resting(found).is_none(),
        "resting" => {
            let span = span(words)?;
            found.holder.is_none() && resting(found).is_some_and(|until| until.since(now) == span)
        }
        "linked" => {
            words.expect("to")?;
            found.linked_mobile == Some(number(words.next("the mobile")?)?) && found.link_off == words.eat("off")
        }
        kind if KINDS.iter().any(|(name, _)| *name == kind) => {
            KINDS.iter().any(|(name, of)| *name == kind && *of == found.kind)
        }
        "alone" => found.linked_mobile.is_none(),
        "labelled" => found.label.as_ref().is_some_and(|label| label.as_str() == words.rest()),
        "unlabelled" => found.label.is_none(),
        "reaches" if words.eat("nobody") => found.holder.is_none() && found.target.is_none(),
        "reaches" => found.target == Some(target(words)?),
        other => return Err(format!("`{other}` is nothing that can be said of a number")),
    })
}

fn phone(after: &Directory, words: &mut Words<'_>) -> Result<bool, String> {
    let phone = after.phone(name::phone(words.next("the phone")?));
    let fact = words.next("what holds for the phone")?;
    let Some(phone) = phone else { return Ok(fact == "gone") };
    Ok(match fact {
        "of" => phone.user == name::user(words.next("its user")?),
        "at" => phone.line == Some(extension(words.next("the extension")?)?),
        "idle" => phone.line.is_none(),
        "mac" => phone.mac.as_ref().map(ToString::to_string).as_deref() == Some(words.next("the hardware address")?),
        other => return Err(format!("`{other}` is nothing that can be said of a phone")),
    })
}

fn contact(after: &Directory, words: &mut Words<'_>) -> Result<bool, String> {
    let contact = after.contact(name::contact(words.next("the contact")?));
    let fact = words.next("what holds for the contact")?;
    let Some(contact) = contact else { return Ok(fact == "gone") };
    Ok(match fact {
        "exists" => true,
        "called" => contact.name.as_str() == words.rest(),
        "at" => contact.numbers.contains(&number(words.next("the number")?)?),
        other => return Err(format!("`{other}` is nothing that can be said of a contact")),
    })
}

fn call(after: &Directory, now: Timestamp, words: &mut Words<'_>) -> Result<bool, String> {
    let call = after.call(name::call(words.next("the call")?));
    let fact = words.next("what holds for the call")?;
    let Some(call) = call else { return Ok(fact == "gone") };
    Ok(match fact {
        "gone" => false,
        "archived" => call.archived,
        "fresh" => !call.archived,
        // When it started, was answered and ended, in seconds before now; `-` for what was not.
        "lasted" => {
            let ago = |at: Option<Timestamp>| at.map_or("-".to_owned(), |at| (now.since(at).0 / 1_000).to_string());
            let told = [Some(call.started), call.answered, call.ended].map(ago).join(" ");
            told == words.rest()
        }
        "for" => call.team == Some(name::team(words.next("the team")?)),
        "of" => call.user == Some(name::user(words.next("its user")?)),
        "nobody's" => call.user.is_none() && call.team.is_none(),
        "live" => call.live(now),
        "over" => !call.live(now),
        "with" => call.answered.is_some() && call.user == Some(name::user(words.next("who answered")?)),
        other => return Err(format!("`{other}` is nothing that can be said of a call")),
    })
}

fn user(after: &Directory, now: Timestamp, id: UserId, words: &mut Words<'_>) -> Result<bool, String> {
    let fact = words.next("what holds for the user")?;
    let Some(user) = after.user(id) else {
        let kept = after.removed_user(id).is_some();
        return Ok(match fact {
            // Its calls stay on record.
            "gone" => after.keys_of(id).iter().all(|key| matches!(key, Key::Call(_))),
            "kept" => kept,
            "forgotten" => !kept && after.removed_lines(id).is_none(),
            _ => false,
        });
    };
    if let Some(holds) = telephony(after, user, fact, words)? {
        return Ok(holds);
    }
    if let Some(holds) = scheduled::holds(after, now, id, fact, words)? {
        return Ok(holds);
    }
    Ok(match fact {
        "prepared" | "invited" | "active" | "suspended" => {
            serde_json::to_value(user.state).is_ok_and(|state| state == Value::String(fact.to_owned()))
        }
        "in" => member(after, id, words)?,
        "outside" => after.membership(name::team(words.next("the team")?), id).is_none(),
        "is" => holds_role(after, now, id, words)?,
        "no" => {
            words.expect("longer")?;
            !holds_role(after, now, id, words)?
        }
        "can" => can(after, now, id, words)?,
        "cannot" => !can(after, now, id, words)?,
        "has" => licences(words)? == (user.licence, user.add_ons.clone()),
        "called" => user.profile.full_name.as_ref().map(ToString::to_string) == Some(words.rest()),
        "nameless" => user.profile.full_name.is_none(),
        "works" => {
            words.expect("as")?;
            user.profile.position.as_ref().map(ToString::to_string) == Some(words.rest())
        }
        "known" => {
            words.expect("as")?;
            let text = words.next("the identifier")?;
            let folded = text.to_lowercase();
            [IdentifierKind::Email, IdentifierKind::Mobile, IdentifierKind::Login]
                .into_iter()
                .any(|kind| after.user_identified(kind, &folded) == Some(id))
        }
        "extra" => words
            .list("extra")?
            .iter()
            .all(|pair| user.extra.iter().any(|(key, value)| format!("{}={}", key.as_str(), value.as_str()) == **pair)),
        "plain" => user.extra.is_empty(),
        "pictured" => after.avatar(AvatarOf::User(id)).is_some(),
        "round" => user.invitation.map(|i| i.round.to_string()).as_deref() == Some(words.next("the round")?),
        "expires" => expires(user, now, words)?,
        other => return Err(format!("`{other}` is nothing that can be said of a user")),
    })
}

/// What can be said of a user's telephony; `None` when the word says something else.
fn telephony(after: &Directory, user: &User, fact: &str, words: &mut Words<'_>) -> Result<Option<bool>, String> {
    let handling = after.handling(user.id);
    Ok(Some(match fact {
        "at" => user.extension().map(ToString::to_string).as_deref() == Some(words.next("the extension")?),
        "unreachable" => user.line.is_none(),
        "rings" => {
            let phone = part::word("a phone type", words)?;
            user.line.as_ref().is_some_and(|line| line.phone == phone)
        }
        "holds" => {
            let number = number(words.next("the number")?)?;
            // Who holds a number lets it rest no longer.
            after.number(number).is_some_and(|n| n.holder == Some(user.id) && n.quarantine_until.is_none())
        }
        "shows" if words.eat("nothing") => user.display_numbers.is_empty(),
        "shows" if words.eat("only") => {
            let wanted: Result<Vec<_>, String> = words.list("the numbers")?.into_iter().map(part::number).collect();
            user.display_numbers == wanted?
        }
        "shows" => user.display_numbers.contains(&number(words.next("the number")?)?),
        "sends" => {
            words.expect("to")?;
            match words.eat("nothing") {
                true => user.target.is_none(),
                false => user.target == Some(target(words)?),
            }
        }
        "rules" => {
            let wanted = words.next("how many")?;
            handling.map_or(0, |handling| handling.rules.len()).to_string() == wanted
        }
        "voicemail" => {
            let on = match words.next("on or off")? {
                "on" => true,
                "off" => false,
                other => return Err(format!("voicemail is not `{other}`")),
            };
            let voicemail = handling.map(|handling| handling.voicemail).unwrap_or_default();
            voicemail.on == on && voicemail.mail_copy == words.eat("mail")
        }
        "says" => {
            let state = part::word("a presence", words)?;
            after.presence(user.id).is_some_and(|presence| presence.state == state)
        }
        _ => return Ok(None),
    }))
}

/// `in Sales`; `in Sales by hand` and `in Sales through helper` name every reason.
fn member(after: &Directory, user: UserId, words: &mut Words<'_>) -> Result<bool, String> {
    let Some(membership) = after.membership(name::team(words.next("the team")?), user) else { return Ok(false) };
    if words.eat("by") {
        words.expect("hand")?;
        return Ok(membership.by_hand && membership.through.is_empty());
    }
    if words.eat("through") {
        return Ok(!membership.by_hand && membership.through == [name::role(words.next("the role")?)]);
    }
    Ok(true)
}

/// `is agent`, `is manager of Sales`, `is admin until 24 hours`
fn holds_role(after: &Directory, now: Timestamp, user: UserId, words: &mut Words<'_>) -> Result<bool, String> {
    let called = words.next("the role")?;
    let role = name::role(called);
    let scope = scope(after.role(role).ok_or_else(|| format!("there is no role {called}"))?.scopes, words)?;
    let until = if words.eat("until") { Some(now.after(span(words)?)) } else { None };
    let held = |grant: &rollcall_core::model::Grant| {
        grant.key.what == Granted::Role(role) && grant.key.scope == scope && (until.is_none() || grant.until == until)
    };
    Ok(after.grants_of(user).any(held))
}

/// `can user.read`: everywhere; `can user.read in Sales`, `can user.read itself`
fn can(after: &Directory, now: Timestamp, user: UserId, words: &mut Words<'_>) -> Result<bool, String> {
    let permission = permission(words.next("the permission")?)?;
    let holding = Holding::of(after, user, now);
    if words.eat("in") {
        return Ok(holding.in_team(name::team(words.next("the team")?)).has(permission));
    }
    if words.eat("itself") {
        return Ok(holding.within(Scope::Own, holding.over(after, user)).has(permission));
    }
    Ok(holding.everywhere(permission))
}

/// `expires in 24 hours`
fn expires(user: &User, now: Timestamp, words: &mut Words<'_>) -> Result<bool, String> {
    words.expect("in")?;
    let hours: i64 = words.next("how many hours")?.parse().map_err(|_| "that is no number of hours".to_owned())?;
    words.expect("hours")?;
    Ok(user.invitation.is_some_and(|invitation| invitation.expires.since(now).0 == hours * HOUR))
}
