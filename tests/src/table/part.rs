//! Phrases that worlds and sentences share: where a grant reaches, licences, targets, opening hours, the policy.

use super::{HOUR, words::Words};
use crate::name;
use rollcall_core::{
    access::{Permission, Permissions},
    id::LicenceId,
    model::{ExtensionRange, OpeningHours, Policy, Role, RoleScope, RoleScopes, Scope, Shift, Target},
    time::Span,
    value::{Domain, Extension, Login, PhoneNumber, RoleName},
};
use serde::de::DeserializeOwned;

/// `of Sales`, `own`, `everywhere`, or else where such a role reaches by itself: its holder when it may, or the organisation when
/// it may reach nothing else.
pub fn scope(role: RoleScopes, words: &mut Words<'_>) -> Result<Scope, String> {
    if words.eat("of") {
        return Ok(Scope::Team(name::team(words.next("the team")?)));
    }
    if words.eat("own") {
        return Ok(Scope::Own);
    }
    if words.eat("everywhere") {
        return Ok(Scope::Organisation);
    }
    match role.only() {
        _ if role.has(RoleScope::Own) => Ok(Scope::Own),
        Some(RoleScope::Organisation) => Ok(Scope::Organisation),
        _ => Err("such a role needs `of` and a team, or `everywhere`".into()),
    }
}

/// `Standard + AutoDial`: the first is the plan; `add-on AutoDial`: none is; `none`.
pub fn licences(words: &mut Words<'_>) -> Result<(Option<LicenceId>, Vec<LicenceId>), String> {
    if words.eat("none") {
        return Ok((None, Vec::new()));
    }
    let no_plan = words.eat("add-on");
    let mut names = words.list("the licence")?.into_iter().map(name::licence);
    let plan = if no_plan { None } else { names.next() };
    let mut add_ons: Vec<_> = names.collect();
    add_ons.sort_unstable();
    Ok((plan, add_ons))
}

/// Two to eight digits.
pub fn extension(text: &str) -> Result<Extension, String> {
    Extension::parse(text).map_err(|error| format!("`{text}` {error}"))
}

/// A phone number in the form of E.164.
pub fn number(text: &str) -> Result<PhoneNumber, String> {
    PhoneNumber::parse(text).map_err(|error| format!("`{text}` {error}"))
}

/// A log-in name.
pub fn login(text: &str) -> Result<Login, String> {
    Login::parse(text).map_err(|error| format!("`{text}` {error}"))
}

/// The next word, as the JSON of a type names its variants: `call_queue`, `desk_phone`, `break`.
pub fn word<T: DeserializeOwned>(what: &str, words: &mut Words<'_>) -> Result<T, String> {
    let word = words.next(what)?;
    serde_json::from_value(serde_json::Value::String(word.to_owned())).map_err(|_| format!("`{word}` is not {what}"))
}

/// `24 hours`, `7 days`
pub fn span(words: &mut Words<'_>) -> Result<Span, String> {
    let many = words.next("how many hours or days")?;
    let number: i64 = many.parse().map_err(|_| format!("`{many}` is no number of hours or days"))?;
    match words.next("hours or days")? {
        "hour" | "hours" => Ok(Span(number * HOUR)),
        "day" | "days" => Ok(Span(number * 24 * HOUR)),
        other => Err(format!("`{other}` should be hours or days")),
    }
}

/// `user.read + user.edit`, `none`, `all`
pub fn permissions(words: &mut Words<'_>) -> Result<Permissions, String> {
    if words.eat("none") {
        return Ok(Permissions::NONE);
    }
    if words.eat("all") {
        return Ok(Permissions::all());
    }
    words.list("a permission")?.into_iter().map(permission).collect()
}

/// A permission by its stable name.
pub fn permission(text: &str) -> Result<Permission, String> {
    text.parse().map_err(|_| format!("there is no permission {text}"))
}

/// `cashier organisation: billing.manage + user.read bringing Sales + Help giving user.edit`
pub fn role(words: &mut Words<'_>) -> Result<Role, String> {
    let called = words.next("the role's name")?;
    let reach = words.next("own:, team:, organisation: or several such as own+team:")?;
    let named = reach.strip_suffix(':').unwrap_or_default().split('+').map(|name| match name {
        "own" => Ok(RoleScope::Own),
        "team" => Ok(RoleScope::Team),
        "organisation" => Ok(RoleScope::Organisation),
        _ => Err(format!("`{reach}` should be own:, team:, organisation: or several such as own+team:")),
    });
    let scopes = named.collect::<Result<Vec<_>, _>>()?.into_iter().fold(RoleScopes::NONE, RoleScopes::with);
    let permissions = permissions(words)?;
    let role_name = RoleName::parse(called).map_err(|error| error.to_string())?;
    let mut role = Role::new(name::role(called), role_name, permissions, scopes);
    if words.eat("bringing") {
        role.teams = words.list("a team")?.into_iter().map(name::team).collect();
    }
    if words.eat("giving") {
        role.team_permissions = self::permissions(words)?;
    }
    Ok(role)
}

/// Where calls go: `user bob`, `team Sales`, `voicemail bob`, `number +4930111111`
pub fn target(words: &mut Words<'_>) -> Result<Target, String> {
    let kind = words.next("user, team, voicemail or number")?;
    let what = words.next("whom")?;
    Ok(match kind {
        "user" => Target::User(name::user(what)),
        "voicemail" => Target::Voicemail(name::user(what)),
        "team" => Target::Team(name::team(what)),
        "number" => Target::Number(number(what)?),
        other => return Err(format!("`{other}` should be user, team, voicemail or number")),
    })
}

/// `monday 540-1020 + tuesday 540-720`, in minutes since midnight.
pub fn hours(words: &mut Words<'_>) -> Result<OpeningHours, String> {
    let mut shifts = Vec::new();
    loop {
        let day = word("a weekday", words)?;
        let said = words.next("from when to when")?;
        let minutes = said.split_once('-').and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)));
        let (from, to) = minutes.ok_or_else(|| format!("`{said}` is no shift such as 540-1020"))?;
        shifts.push(Shift { day, from, to });
        if !words.eat("+") {
            return Ok(OpeningHours(shifts));
        }
    }
}

/// One part of the policy; answers whether the word begins one.
pub fn policy(word: &str, policy: &mut Policy, words: &mut Words<'_>) -> Result<bool, String> {
    let days = |words: &mut Words<'_>| -> Result<u16, String> {
        let days = span(words)?.0 / (24 * HOUR);
        u16::try_from(days).map_err(|error| error.to_string())
    };
    match word {
        "extensions" if words.eat("any") => policy.extensions = None,
        "extensions" => {
            let range = words.next("a range such as 100-199")?;
            let (from, to) = range.split_once('-').ok_or_else(|| format!("`{range}` is no range such as 100-199"))?;
            policy.extensions = Some(ExtensionRange { from: extension(from)?, to: extension(to)? });
        }
        "domains:" => {
            let domains = words.rest();
            let parsed: Result<Vec<_>, _> = domains.split(',').map(Domain::parse).collect();
            policy.email_domains = parsed.map_err(|error| format!("{domains}: {error}"))?;
        }
        "single-role" => policy.single_role = true,
        "many-roles" => policy.single_role = false,
        "invite-without-plan" => policy.invite_without_plan = true,
        "invite-with-plan" => policy.invite_without_plan = false,
        "managers-may-add" => policy.managers_may_add = true,
        "managers-may-not-add" => policy.managers_may_add = false,
        "lifetime" => policy.invitation_lifetime = span(words)?,
        "recycle" => policy.recycle_days = days(words)?,
        "quarantine" => policy.quarantine_days = days(words)?,
        "log-in" if words.eat("nothing") => policy.login_kinds = Vec::new(),
        "log-in" => {
            policy.login_kinds = vec![self::word("a kind of identifier", words)?];
            while words.eat("+") {
                policy.login_kinds.push(self::word("a kind of identifier", words)?);
            }
        }
        _ => return Ok(false),
    }
    Ok(true)
}
