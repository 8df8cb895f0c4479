//! What stands in a field of an edit, in words: for the two values of a field that two people changed.

use crate::{
    Arg, Text,
    command::{licence, team, who},
    text,
};
use rollcall_core::{
    Command, Directory,
    model::{
        Action, AnsweringRule, Identifier, IdentifierKind, NumberKind, OffBoarding, OpeningHours, PhoneType, RoleScope,
        Routing, Shift, Strategy, Target, TeamKind, Weekday, When,
    },
    refusal::{Field, FieldPath},
    time::Timestamp,
};

/// What an edit has in a field, a line each; nothing when it is empty. `other`: the edit that it is compared with, of which
/// extra information that is the same is left out, unless its key is asked for. `names`: the directory that ids are looked up in.
pub fn value_of(command: &Command, path: &FieldPath, other: &Command, names: &Directory) -> Vec<Text> {
    let field = path.field;
    match command {
        Command::EditProfile(c) => match field {
            Field::FullName => some(&c.profile.full_name),
            Field::Position => some(&c.profile.position),
            Field::Language => some(&c.profile.language),
            Field::TimeZone => some(&c.profile.time_zone),
            _ => some(&c.profile.country),
        },
        Command::EditExtra(c) => {
            let Command::EditExtra(other) = other else { return Vec::new() };
            let asked = |key, value| match &path.key {
                Some(asked) => asked == key,
                None => other.extra.get(key) != Some(value),
            };
            let differ = c.extra.iter().filter(|(key, value)| asked(*key, *value));
            differ.map(|(key, value)| text!(value_extra, key = key.to_string(), value = value.to_string())).collect()
        }
        Command::SetIdentifiers(c) => {
            let of_field = |identifier: &&Identifier| identifier_field(identifier.kind()) == field;
            let said = |identifier: &Identifier| match identifier {
                Identifier::Email(email) => plain(email),
                Identifier::Mobile(mobile) => plain(mobile),
                Identifier::Login(login) => plain(login),
            };
            c.identifiers.iter().filter(of_field).map(said).collect()
        }
        Command::EditSystemUser(c) if field == Field::FullName => one(&c.name),
        Command::EditSystemUser(c) => sent_to(c.target, names),
        Command::EditContact(c) => match field {
            Field::Name => one(&c.contact.name),
            Field::Company => some(&c.contact.company),
            _ => some(&c.contact.email),
        },
        Command::SetLicence(c) => {
            c.licence.map(|id| text!(value_text, text = licence(id, names))).into_iter().collect()
        }
        Command::EditLicence(c) if field == Field::Name => one(&c.name),
        Command::EditLicence(c) => some(&c.seats),
        Command::EditNumber(c) => match field {
            Field::Kind => vec![text!(value_number_kind, kind = number_kind(c.kind))],
            Field::Label => some(&c.label),
            _ => sent_to(c.target, names),
        },
        Command::RouteNumber(c) => sent_to(c.target, names),
        Command::LinkMobile(c) => match c.mobile {
            Some(mobile) if c.off => vec![text!(value_link_off, mobile = mobile.to_string())],
            mobile => some(&mobile),
        },
        Command::ChangeExtension(c) if field == Field::Extension => one(&c.line.extension),
        Command::ChangeExtension(c) => vec![text!(value_phone_type, phone = phone_type(c.line.phone))],
        Command::EditOrganisation(c) => match field {
            Field::Name => one(&c.name),
            Field::Language => one(&c.language),
            Field::TimeZone => one(&c.time_zone),
            _ => one(&c.country),
        },
        Command::SetPolicy(c) => match field {
            Field::InvitationLifetime => {
                vec![text!(value_hours, count = (c.policy.invitation_lifetime.0 / 3_600_000).unsigned_abs())]
            }
            Field::SingleRole => switch(c.policy.single_role),
            Field::InviteWithoutPlan => switch(c.policy.invite_without_plan),
            Field::ManagersMayAdd => switch(c.policy.managers_may_add),
            Field::RecycleDays => days(c.policy.recycle_days),
            Field::QuarantineDays => days(c.policy.quarantine_days),
            _ => {
                let range = c.policy.extensions.as_ref();
                let said =
                    range.map(|range| text!(value_range, from = range.from.to_string(), to = range.to.to_string()));
                said.into_iter().collect()
            }
        },
        Command::SetKeeping(c) => match field {
            Field::OfflineDays => days(c.keeping.offline_days),
            Field::LogDays => days(c.keeping.log_days),
            _ => days(c.keeping.security_days),
        },
        Command::SetCallPolicy(c) if field == Field::CallDays => days(c.policy.call_days),
        Command::SetCallPolicy(c) => vec![text!(value_seconds, count = c.policy.service_seconds)],
        Command::EditPhone(c) => match field {
            Field::PhoneModel => some(&c.phone.model),
            Field::MacAddress => some(&c.phone.mac),
            _ => some(&c.phone.line),
        },
        Command::EditRole(c) => match field {
            Field::Name => one(&c.role.name),
            Field::Description => some(&c.role.description),
            _ => c.role.scopes.iter().map(|scope| text!(value_scope, scope = scope_code(scope))).collect(),
        },
        Command::EditChannel(c) if field == Field::Name => one(&c.name),
        Command::EditChannel(c) => vec![text!(value_public, public = yes_no(c.public))],
        Command::EditTeam(c) if field == Field::Name => one(&c.name),
        Command::EditTeam(c) => vec![match c.kind {
            TeamKind::Team => text!(teams_kind_team),
            TeamKind::Department => text!(teams_kind_department),
            TeamKind::Site => text!(teams_kind_site),
        }],
        Command::SetRouting(c) => c.routing.as_ref().map(|routing| routed(routing, field, names)).unwrap_or_default(),
        Command::SetAnswering(c) => c.rules.iter().map(|rule| answered(rule, names)).collect(),
        Command::SetVoicemail(c) if field == Field::Voicemail => switch(c.voicemail.on),
        Command::SetVoicemail(c) => switch(c.voicemail.mail_copy),
        Command::OffBoard(c) => c.order.as_ref().map(|order| leaving(order, field, names)).unwrap_or_default(),
        Command::ScheduleInvitation(c) => moment(c.at),
        // No edit, or one of sets alone, of which no field is ever kept out.
        _ => Vec::new(),
    }
}

fn plain(value: impl ToString) -> Text {
    text!(value_text, text = value.to_string())
}

fn one(value: &impl ToString) -> Vec<Text> {
    vec![plain(value.to_string())]
}

fn some(value: &Option<impl ToString>) -> Vec<Text> {
    value.as_ref().map(|value| plain(value.to_string())).into_iter().collect()
}

const fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn switch(on: bool) -> Vec<Text> {
    vec![text!(value_switch, on = yes_no(on))]
}

fn days(count: u16) -> Vec<Text> {
    vec![text!(value_days, count)]
}

const fn identifier_field(kind: IdentifierKind) -> Field {
    match kind {
        IdentifierKind::Email => Field::Email,
        IdentifierKind::Mobile => Field::Mobile,
        IdentifierKind::Login => Field::Login,
    }
}

fn sent_to(to: Option<Target>, names: &Directory) -> Vec<Text> {
    to.map(|to| target(to, names)).into_iter().collect()
}

/// Where calls are sent.
pub fn target(target: Target, names: &Directory) -> Text {
    match target {
        Target::User(user) => text!(value_text, text = who(user, names)),
        Target::Team(id) => text!(value_text, text = team(id, names)),
        Target::Voicemail(user) => text!(value_voicemail_of, who = who(user, names)),
        Target::Number(number) => plain(number),
    }
}

fn moment(at: Option<Timestamp>) -> Vec<Text> {
    at.map(|at| text!(value_text, text = Arg::Moment(at.0))).into_iter().collect()
}

/// A field of how somebody leaves, or when that is.
fn leaving(order: &OffBoarding, field: Field, names: &Directory) -> Vec<Text> {
    match field {
        Field::Number => sent_to(order.numbers, names),
        Field::Target => sent_to(order.calls, names),
        Field::Team => sent_to(order.teams.map(Target::User), names),
        Field::Licence => vec![text!(value_keeps_licences, keeps = yes_no(order.keep_licences))],
        Field::DeleteAfter => order.delete_after.map(days).unwrap_or_default(),
        _ => moment(Some(order.suspend_at)),
    }
}

/// A field of how a team is called, or all of it.
fn routed(routing: &Routing, field: Field, names: &Directory) -> Vec<Text> {
    let strategy = || text!(value_strategy, strategy = strategy_code(routing.strategy));
    let ring = || text!(value_seconds, count = routing.ring_seconds);
    match field {
        Field::Strategy => vec![strategy()],
        Field::RingTime => vec![ring()],
        Field::Hours => hours(&routing.hours),
        Field::Target => sent_to(routing.overflow, names),
        _ => [strategy(), ring()]
            .into_iter()
            .chain(hours(&routing.hours))
            .chain(sent_to(routing.overflow, names))
            .collect(),
    }
}

fn hours(OpeningHours(shifts): &OpeningHours) -> Vec<Text> {
    if shifts.is_empty() { vec![text!(value_always_open)] } else { shifts.iter().map(shift).collect() }
}

fn shift(shift: &Shift) -> Text {
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    text!(value_shift, day = day_code(shift.day), from = clock(shift.from), to = clock(shift.to))
}

fn answered(AnsweringRule { when, action }: &AnsweringRule, names: &Directory) -> Text {
    let action: Arg = match action {
        Action::Ring { seconds } => text!(value_action_ring, count = *seconds).into(),
        Action::Forward(to) => text!(value_action_forward, target = target(*to, names)).into(),
        Action::Voicemail => text!(value_action_voicemail).into(),
        Action::Reject => text!(value_action_reject).into(),
    };
    match when {
        When::Always => text!(value_rule, when = "always", action),
        When::Busy => text!(value_rule, when = "busy", action),
        When::NoAnswer => text!(value_rule, when = "no_answer", action),
        When::Unreachable => text!(value_rule, when = "unreachable", action),
        When::Hours(_) => text!(value_rule, when = "hours", action),
    }
}

const fn number_kind(kind: NumberKind) -> &'static str {
    match kind {
        NumberKind::Virtual => "virtual",
        NumberKind::Landline => "landline",
        NumberKind::Mobile => "mobile",
        NumberKind::Work => "work",
        NumberKind::Group => "group",
    }
}

const fn phone_type(phone: PhoneType) -> &'static str {
    match phone {
        PhoneType::Softphone => "softphone",
        PhoneType::Webphone => "webphone",
        PhoneType::DeskPhone => "desk_phone",
    }
}

const fn scope_code(scope: RoleScope) -> &'static str {
    match scope {
        RoleScope::Own => "own",
        RoleScope::Team => "team",
        RoleScope::Organisation => "organisation",
    }
}

const fn strategy_code(strategy: Strategy) -> &'static str {
    match strategy {
        Strategy::AllAtOnce => "all_at_once",
        Strategy::InOrder => "in_order",
        Strategy::RoundRobin => "round_robin",
        Strategy::LongestIdle => "longest_idle",
    }
}

const fn day_code(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "monday",
        Weekday::Tuesday => "tuesday",
        Weekday::Wednesday => "wednesday",
        Weekday::Thursday => "thursday",
        Weekday::Friday => "friday",
        Weekday::Saturday => "saturday",
        Weekday::Sunday => "sunday",
    }
}
