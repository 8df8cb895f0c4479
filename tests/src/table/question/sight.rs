//! Questions about who sees what: `sight bob of channel Secret`.

use super::{Teller, a_user};
use crate::{
    name,
    table::{part::number, service, words::Words},
};
use rollcall_core::{
    Key, Record, Timestamp,
    access::{Holding, visible},
    model::{AvatarOf, GrantKey, Granted, Scope},
};

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
