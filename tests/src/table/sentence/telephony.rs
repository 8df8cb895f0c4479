//! Sentences about numbers, extensions, phones, call handling, system users and calls.

use super::{to, user};
use crate::{
    name,
    table::{
        part::{extension, hours, number, target, word},
        words::Words,
        world::{self, KINDS, phone},
    },
};
use rollcall_core::{
    Directory, Timestamp,
    command::*,
    model::{
        Action, AnsweringRule, CallDirection, CallReport, Line, Number, NumberKind, PhoneType, Target, UserKind,
        Voicemail, When,
    },
    time::Span,
    value::{FullName, NumberLabel},
};

/// `+4930111111 landline`
pub fn add_number(words: &mut Words<'_>) -> Result<AddNumber, String> {
    let number = number(words.next("the number")?)?;
    let said = words.next("what it is for")?;
    let kind = KINDS.iter().find(|(name, _)| *name == said).ok_or_else(|| format!("a number is not `{said}`"))?;
    Ok(AddNumber { number, kind: kind.1 })
}

/// `number +4930111111 to bob`
pub fn assign_number(words: &mut Words<'_>) -> Result<AssignNumber, String> {
    Ok(AssignNumber { number: number(words.next("the number")?)?, user: to(words)? })
}

/// `+4930111111 to +491711111111`, `… to +491711111111 off`, `… to nothing`
pub fn link(words: &mut Words<'_>) -> Result<LinkMobile, String> {
    let from = number(words.next("the number")?)?;
    words.expect("to")?;
    let mobile = if words.eat("nothing") { None } else { Some(number(words.next("the mobile")?)?) };
    Ok(LinkMobile { number: from, mobile, off: words.eat("off") })
}

/// `+4930111111 group, label Front desk, to team Sales`, `+4930111111 nothing`; what isn't named stays.
pub fn edit_number(words: &mut Words<'_>, directory: &Directory) -> Result<EditNumber, String> {
    let digits = number(words.next("the number")?)?;
    let now = directory.number(digits).cloned().unwrap_or_else(|| Number::new(digits, NumberKind::Virtual));
    let mut edit = EditNumber { number: digits, kind: now.kind, label: now.label, target: now.target };
    if words.eat("nothing") {
        return Ok(edit);
    }
    for part in words.rest().split(',') {
        let mut words = Words::of(part);
        match words.next("a kind, label or to")? {
            "label" if words.eat("nothing") => edit.label = None,
            "label" => edit.label = Some(NumberLabel::parse(&words.rest()).map_err(|error| error.to_string())?),
            "to" => edit.target = maybe_target(&mut words)?,
            kind => {
                let kind = KINDS.iter().find(|(name, _)| *name == kind).ok_or_else(|| format!("no `{kind}`"))?;
                edit.kind = kind.1;
            }
        }
        words.end()?;
    }
    Ok(edit)
}

/// `+4930111111 to team Sales`, `… to nothing`
pub fn route(words: &mut Words<'_>) -> Result<RouteNumber, String> {
    let number = number(words.next("the number")?)?;
    words.expect("to")?;
    Ok(RouteNumber { number, target: maybe_target(words)? })
}

fn maybe_target(words: &mut Words<'_>) -> Result<Option<Target>, String> {
    if words.eat("nothing") { Ok(None) } else { target(words).map(Some) }
}

/// `display of bob to +4930111111 + +4930222222`, `… to none`, `… to many`
pub fn set_display_numbers(words: &mut Words<'_>) -> Result<SetDisplayNumbers, String> {
    words.expect("of")?;
    let user = user(words)?;
    words.expect("to")?;
    let numbers: Result<Vec<_>, _> = if words.eat("none") {
        Ok(Vec::new())
    } else if words.eat("many") {
        (0..51).map(|n| number(&format!("+49301111{n:03}"))).collect()
    } else {
        words.list("a number")?.into_iter().map(number).collect()
    };
    Ok(SetDisplayNumbers { user, numbers: numbers? })
}

/// `101 webphone`
fn line(words: &mut Words<'_>) -> Result<Line, String> {
    let extension = extension(words.next("the extension")?)?;
    for (name, phone) in
        [("softphone", PhoneType::Softphone), ("webphone", PhoneType::Webphone), ("desk_phone", PhoneType::DeskPhone)]
    {
        if words.eat(name) {
            return Ok(Line { extension, phone });
        }
    }
    Ok(Line { extension, phone: PhoneType::default() })
}

/// `extension 101 webphone to bob`
pub fn assign_extension(words: &mut Words<'_>) -> Result<AssignExtension, String> {
    let line = line(words)?;
    Ok(AssignExtension { user: to(words)?, line })
}

/// `extension of bob to 102 webphone`
pub fn change_extension(words: &mut Words<'_>) -> Result<ChangeExtension, String> {
    words.expect("extension")?;
    words.expect("of")?;
    let user = user(words)?;
    words.expect("to")?;
    Ok(ChangeExtension { user, line: line(words)? })
}

/// `desk of bob at 101 mac 00:1b:44:11:3a:b7`, `… reusing desk`
pub fn add_phone(words: &mut Words<'_>, directory: &Directory) -> Result<AddPhone, String> {
    let mut phone = phone(words)?;
    if words.eat("reusing") {
        phone.id = name::phone(words.next("the phone")?);
    } else if directory.phone(phone.id).is_some() {
        phone.id = name::phone(&format!("another {}", phone.id));
    }
    Ok(AddPhone { phone })
}

/// `answering of bob to busy voicemail; hours monday 540-1020 ring 20; always forward team Sales`, `… to none`
pub fn set_answering(words: &mut Words<'_>) -> Result<SetAnswering, String> {
    words.expect("of")?;
    let user = user(words)?;
    words.expect("to")?;
    if words.eat("none") {
        return Ok(SetAnswering { user, rules: Vec::new() });
    }
    if words.eat("many") {
        let rule = AnsweringRule { when: When::Busy, action: Action::Voicemail };
        return Ok(SetAnswering { user, rules: vec![rule; 31] });
    }
    let text = words.rest();
    let rules = text.split(';').map(|rule| answering_rule(&mut Words::of(rule))).collect::<Result<_, _>>()?;
    Ok(SetAnswering { user, rules })
}

fn answering_rule(words: &mut Words<'_>) -> Result<AnsweringRule, String> {
    let when = match words.eat("hours") {
        true if words.eat("none") => When::Hours(Default::default()),
        true => When::Hours(hours(words)?),
        false => word("when a rule fits", words)?,
    };
    let action = match words.next("what the rule does")? {
        "ring" => {
            let seconds = words.next("how many seconds")?;
            Action::Ring { seconds: seconds.parse().map_err(|_| format!("`{seconds}` is no number of seconds"))? }
        }
        "forward" => Action::Forward(target(words)?),
        "voicemail" => Action::Voicemail,
        "reject" => Action::Reject,
        other => return Err(format!("a rule does not `{other}`")),
    };
    words.end()?;
    Ok(AnsweringRule { when, action })
}

/// `voicemail of bob to on mail`, `… to off`
pub fn set_voicemail(words: &mut Words<'_>) -> Result<SetVoicemail, String> {
    words.expect("of")?;
    let user = user(words)?;
    words.expect("to")?;
    let on = match words.next("on or off")? {
        "on" => true,
        "off" => false,
        other => return Err(format!("voicemail is not `{other}`")),
    };
    Ok(SetVoicemail { user, voicemail: Voicemail { on, mail_copy: words.eat("mail") } })
}

/// `presence of bob to available`
pub fn set_presence(words: &mut Words<'_>) -> Result<SetPresence, String> {
    words.expect("of")?;
    let user = user(words)?;
    words.expect("to")?;
    Ok(SetPresence { user, state: word("a presence", words)? })
}

/// `call_queue hal at 700 to team Sales`, `person …`, `… reusing bob`
pub fn create_system_user(kind: UserKind, words: &mut Words<'_>) -> Result<CreateSystemUser, String> {
    let called = words.next("its name")?;
    let name = FullName::parse(called).map_err(|error| error.to_string())?;
    let mut new = CreateSystemUser { id: name::user(called), kind, name, line: None, target: None };
    if words.eat("at") {
        new.line = Some(line(words)?);
    }
    if words.eat("to") {
        new.target = maybe_target(words)?;
    }
    if words.eat("reusing") {
        new.id = user(words)?;
    }
    Ok(new)
}

/// `system-user hal name Hall to team Sales`; what isn't named stays.
pub fn edit_system_user(words: &mut Words<'_>, directory: &Directory) -> Result<EditSystemUser, String> {
    let called = words.next("the user")?;
    let user = name::user(called);
    let now = directory.user(user);
    let mut name = match now.and_then(|user| user.profile.full_name.clone()) {
        Some(name) => name,
        None => FullName::parse(called).map_err(|error| error.to_string())?,
    };
    let mut target = now.and_then(|user| user.target);
    if words.eat("name") {
        name = FullName::parse(words.next("the name")?).map_err(|error| error.to_string())?;
    }
    if words.eat("to") {
        target = maybe_target(words)?;
    }
    Ok(EditSystemUser { user, name, target })
}

/// `call c1 of bob for Sales from +4930555555`
pub fn start_call(words: &mut Words<'_>) -> Result<StartCall, String> {
    words.expect("call")?;
    let call = world::call(words, Timestamp::default())?;
    Ok(StartCall { id: call.id, direction: call.direction, peer: call.peer, team: call.team, user: call.user })
}

/// `call c1 started 30 seconds ago of bob for Sales from +4930555555 outgoing; call c1 ended`, `nothing`, `many`
pub fn report_calls(words: &mut Words<'_>, now: Timestamp) -> Result<ReportCalls, String> {
    if words.eat("nothing") {
        return Ok(ReportCalls { reports: Vec::new() });
    }
    if words.eat("many") {
        let report = call_report(&mut Words::of("call c1 started"), now)?;
        return Ok(ReportCalls { reports: vec![report; 1_001] });
    }
    let text = words.rest();
    let reports = text.split(';').map(|report| call_report(&mut Words::of(report), now)).collect::<Result<_, _>>()?;
    Ok(ReportCalls { reports })
}

fn call_report(words: &mut Words<'_>, now: Timestamp) -> Result<CallReport, String> {
    words.expect("call")?;
    let call = name::call(words.next("the call")?);
    let event = word("started, answered or ended", words)?;
    let mut report =
        CallReport { call, event, at: now, direction: CallDirection::Incoming, peer: None, team: None, user: None };
    while let Some(said) = words.any() {
        match said {
            "of" | "by" => report.user = Some(user(words)?),
            "for" => report.team = Some(name::team(words.next("the team")?)),
            "from" | "to" => report.peer = Some(number(words.next("the number")?)?),
            "incoming" => {}
            "outgoing" => report.direction = CallDirection::Outgoing,
            "internal" => report.direction = CallDirection::Internal,
            "in" => report.at = now.after(moments(words)?),
            many => {
                let mut ago = Words::of(many);
                let unit = words.next("seconds, minutes, hours or days")?;
                report.at = now.before(unit_of(ago.next("how many")?, unit)?);
                words.expect("ago")?;
            }
        }
    }
    Ok(report)
}

fn moments(words: &mut Words<'_>) -> Result<Span, String> {
    let many = words.next("how many")?;
    unit_of(many, words.next("seconds, minutes, hours or days")?)
}

fn unit_of(many: &str, unit: &str) -> Result<Span, String> {
    let number: i64 = many.parse().map_err(|_| format!("`{many}` is no number"))?;
    Ok(match unit.trim_end_matches('s') {
        "second" => Span(number * 1_000),
        "minute" => Span(number * 60_000),
        "hour" => Span::hours(number),
        "day" => Span::days(number),
        other => return Err(format!("`{other}` should be seconds, minutes, hours or days")),
    })
}

/// `call c1 by bob`
pub fn answer_call(words: &mut Words<'_>) -> Result<AnswerCall, String> {
    words.expect("call")?;
    let call = name::call(words.next("the call")?);
    words.expect("by")?;
    Ok(AnswerCall { call, user: user(words)? })
}
