//! Questions about who sees what: `sight bob of channel Secret`.

use super::{Teller, a_user};
use crate::{
    name,
    table::{part::number, service, words::Words},
};
use rollcall_core::{
    Key, Record, Timestamp,
    access::{Holding, visible},
    model::{AvatarOf, GrantKey, Granted, Scope, User},
};
use serde_json::Value;

/// `whole`, `listed` (what the directory shows of somebody), or `nothing`. `everybody` is the server itself.
pub fn sight(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let holding = match words.eat("everybody") {
        true => Holding::system(),
        // `key-of bob key ( user.read of Sales )`: a service that bob made.
        false if words.eat("key-of") => {
            let maker = a_user(words)?;
            Holding::of_service(who.0, service(maker, words)?, now)
        }
        false => Holding::of(who.0, a_user(words)?, now),
    };
    words.expect("of")?;
    let key = key(words)?;
    let record = who.0.get(&key).ok_or_else(|| format!("there is no {key:?}"))?;
    Ok(match visible(who.0, &holding, &record) {
        Some(seen) if seen == record => "whole",
        Some(Record::User(user)) if user.seats().next().is_none() && user.extra.is_empty() => "listed",
        Some(_) => "too much",
        None => "nothing",
    }
    .into())
}

/// `fields of user bob to dir`: everything that is said of the user to somebody, field by field; but for its id, kind and state,
/// without which there is no user.
pub fn fields(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    words.expect("of")?;
    let key = key(words)?;
    words.expect("to")?;
    let holding = Holding::of(who.0, a_user(words)?, now);
    let record = who.0.get(&key).ok_or_else(|| format!("there is no {key:?}"))?;
    let Some(seen) = visible(who.0, &holding, &record) else { return Ok("nothing".into()) };
    let (seen, blank) = match seen {
        Record::User(user) => {
            let blank = User::new(user.id, user.kind, user.state, Timestamp::default());
            (serde_json::to_value(user), serde_json::to_value(blank))
        }
        other => return Err(format!("only users are looked at by field, not {other:?}")),
    };
    let (seen, blank) = (seen.map_err(|error| error.to_string())?, blank.map_err(|error| error.to_string())?);
    let mut said = Vec::new();
    differing("", &seen, &blank, &mut said);
    Ok(super::listed(said))
}

/// The places in which one value says something that the other does not.
fn differing(place: &str, seen: &Value, blank: &Value, said: &mut Vec<String>) {
    let inside = |name: &str| if place.is_empty() { name.to_owned() } else { format!("{place}.{name}") };
    match seen {
        _ if seen == blank => {}
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| differing(&inside(name), value, &blank[name.as_str()], said));
        }
        Value::Array(items) => items.iter().for_each(|item| differing(place, item, &Value::Null, said)),
        Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null => said.push(place.to_owned()),
    }
}

fn key(words: &mut Words<'_>) -> Result<Key, String> {
    let what = words.next("what is looked at")?;
    if what == "organisation" {
        return Ok(Key::Organisation);
    }
    let called = words.next("its name")?;
    Ok(match what {
        "user" => Key::User(name::user(called)),
        "licence" => Key::Licence(name::licence(called)),
        "role" => Key::Role(name::role(called)),
        "team" => Key::Team(name::team(called)),
        "channel" => Key::Channel(name::channel(called)),
        "number" => Key::Number(number(called)?),
        "phone" => Key::Phone(name::phone(called)),
        "contact" => Key::Contact(name::contact(called)),
        "call" => Key::Call(name::call(called)),
        "answering" => Key::CallHandling(name::user(called)),
        "presence" => Key::Presence(name::user(called)),
        "removed" => Key::Removed(name::user(called)),
        "avatar" => Key::Avatar(AvatarOf::User(name::user(called))),
        "team-avatar" => Key::Avatar(AvatarOf::Team(name::team(called))),
        "membership" => Key::Membership(name::team(words.next("the team")?), name::user(called)),
        "agent-grant" => {
            let what = Granted::Role(name::role("agent"));
            Key::Grant(GrantKey { user: name::user(called), what, scope: Scope::Own })
        }
        other => return Err(format!("nobody looks at `{other}`")),
    })
}
