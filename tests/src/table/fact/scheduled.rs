//! What holds of what is to happen to a user by itself.

use crate::table::{
    part::{span, target},
    words::Words,
};
use rollcall_core::{
    Directory, Timestamp,
    id::UserId,
    model::{Leaving, Scheduled},
};

/// `leaves in 24 hours`, `left`, `goes in 720 hours`, `awaits in 24 hours`, `unscheduled`, `passes on to team Sales`,
/// `waits 1 hour last_owner`; `None` when the word says something else.
pub fn holds(
    after: &Directory,
    now: Timestamp,
    user: UserId,
    fact: &str,
    words: &mut Words<'_>,
) -> Result<Option<bool>, String> {
    let scheduled = after.scheduled(user);
    let leaving = scheduled.and_then(Scheduled::leaving);
    let in_time = |words: &mut Words<'_>, at: Option<Timestamp>| {
        words.expect("in")?;
        let span = span(words)?;
        Ok::<_, String>(at == Some(now.after(span)))
    };
    Ok(Some(match fact {
        "leaves" => {
            let pending = leaving.filter(|leaving| leaving.done.is_none());
            in_time(words, pending.map(|leaving| leaving.order.suspend_at))?
        }
        "left" => leaving.is_some_and(|leaving| leaving.done.is_some()),
        "goes" => in_time(words, leaving.and_then(Leaving::deletes_at))?,
        "awaits" => in_time(words, scheduled.and_then(Scheduled::invitation))?,
        "unscheduled" => scheduled.is_none(),
        "ordered" => {
            words.expect("by")?;
            scheduled.and_then(|scheduled| scheduled.by) == Some(crate::name::user(words.next("whom")?))
        }
        "passes" => {
            words.expect("on")?;
            words.expect("to")?;
            let wanted = if words.eat("nobody") { None } else { Some(target(words)?) };
            after.passes_on(user) == wanted
        }
        "waits" => {
            let due = now.after(span(words)?);
            let put_off = scheduled.and_then(|scheduled| scheduled.put_off.as_ref());
            let why = words.next("why")?;
            put_off.is_some_and(|put_off| put_off.why.code() == why) && scheduled.and_then(Scheduled::due) == Some(due)
        }
        _ => return Ok(None),
    }))
}
