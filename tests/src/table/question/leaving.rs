//! How somebody leaves, and what is to happen to users by itself.

use super::{Teller, a_user, codes, listed, named, of_user, parts, when};
use crate::table::{actor, sentence, words::Words};
use rollcall_core::{
    Timestamp,
    context::{Context, View},
    model::Scheduled,
    query::{self, OffBoardingView},
};

/// `leaving of bob to ann`: what is ordered; `leaving of bob to ann calls to team Sales`: what would be.
pub fn leaving(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let user = of_user(words)?;
    words.expect("to")?;
    let context = Context { actor: actor(words)?, now, view: View::Whole };
    let before = who.0.scheduled(user).and_then(Scheduled::leaving).map(|leaving| leaving.order);
    let view = if words.eat("if") {
        let order = sentence::order(words, before, now)?;
        query::off_boarding_forecast(who.0, &context, user, order)
    } else {
        query::off_boarding(who.0, &context, user)
    };
    Ok(view.map_or_else(|| "nothing".into(), |view| parts(told(who, now, &view))))
}

fn told(who: Teller<'_>, now: Timestamp, view: &OffBoardingView) -> Vec<String> {
    let mut told = Vec::new();
    let mut say = |what: &str, items: Vec<String>| {
        if !items.is_empty() {
            told.push(format!("{what} {}", items.join(" + ")));
        }
    };
    say("by", view.by.iter().map(|by| who.user(*by)).collect());
    say("left", view.done.iter().map(|at| when(*at, now)).collect());
    say("next", view.due.iter().map(|at| when(*at, now)).collect());
    say("put off by", view.put_off.iter().map(|put_off| put_off.why.code().to_owned()).collect());
    say("hands over", view.numbers.iter().map(ToString::to_string).collect());
    say("loses", view.licences.iter().map(|licence| who.licence(*licence)).collect());
    say("frees", view.seats.iter().map(|licence| who.licence(*licence)).collect());
    say("leaves", view.teams.iter().map(|team| who.team(*team)).collect());
    say("at", view.extension.iter().map(ToString::to_string).collect());
    say("called by", view.routes.iter().map(|key| who.key(*key)).collect());
    say("deleted", view.deleted.iter().map(|at| when(*at, now)).collect());
    if let Some(loss) = &view.loss {
        say("with", loss.identifiers.iter().map(|identifier| identifier.folded().1).collect());
        say("with numbers", loss.numbers.iter().map(ToString::to_string).collect());
        say("with teams", loss.teams.iter().map(|team| who.team(*team)).collect());
    }
    say("but", (!view.why_not.is_empty()).then(|| codes(&view.why_not)).into_iter().collect());
    told
}

/// `scheduled to ann`
pub fn scheduled(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    words.expect("to")?;
    let context = Context { actor: actor(words)?, now, view: View::Whole };
    let rows = query::scheduled(who.0, &context);
    Ok(listed(rows.iter().map(|row| {
        let put_off = row.put_off.as_ref().map(|put_off| format!(" put off by {}", put_off.why.code()));
        let (step, due) = (named(&row.step), when(row.due, now));
        format!("{step} {} {due}{}", who.user(row.user), put_off.unwrap_or_default())
    })))
}

/// `about bob to ann`: whether all that there is about bob tells ann that he leaves.
pub fn about(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let user = a_user(words)?;
    words.expect("to")?;
    let context = Context { actor: actor(words)?, now, view: View::Whole };
    Ok(match rollcall_core::privacy::person(who.0, &context, user) {
        Ok(person) => {
            let tells = person.records.iter().any(|record| matches!(record, rollcall_core::Record::Scheduled(_)));
            if tells { "all" } else { "all but that" }.to_owned()
        }
        Err(refusals) => codes(&refusals),
    })
}
