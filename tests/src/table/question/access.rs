//! Questions about who may do what, and what a command would do.

use super::{Teller, a_user, codes, listed, named, of_user, parts};
use crate::{
    name,
    table::{
        actor,
        part::{number, permission},
        sentence::{self, choice},
        words::Words,
    },
};
use rollcall_core::{
    Context, Key, Timestamp,
    command::RoleChoice,
    context::View,
    id::UserId,
    model::{GrantKey, Granted, RoleScopes, Scope},
    query::{self, BulkAction, BulkOutcome, Missing, Offer, Right, RightSource},
};

fn right(who: Teller<'_>, right: &Right) -> String {
    let source = |source: &RightSource| match source {
        RightSource::Role(role) => who.role(*role),
        RightSource::RoleInTeam(role, team) => format!("{} inside {}", who.role(*role), who.team(*team)),
        RightSource::Direct => "a grant of its own".into(),
    };
    let from: Vec<String> = right.from.iter().map(source).collect();
    format!("{} {} from {}", right.permission.as_str(), who.scope(right.scope), from.join(" and "))
}

/// `rights of bob`
pub fn rights(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let rights = query::effective_rights(who.0, of_user(words)?, now);
    Ok(parts(rights.iter().map(|held| right(who, held)).collect()))
}

/// `why bob user.edit over tea`
pub fn why(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let user = a_user(words)?;
    let permission = permission(words.next("the permission")?)?;
    words.expect("over")?;
    let told = query::explain(who.0, user, permission, a_user(words)?, now);
    let mut list = vec![if told.allowed { "allowed".to_owned() } else { "refused".to_owned() }];
    list.extend(told.because.iter().map(|held| format!("has {}", right(who, held))));
    list.extend(told.elsewhere.iter().map(|held| format!("elsewhere {}", right(who, held))));
    if told.not_active {
        list.push("not active".into());
    }
    list.extend(told.outranked_by.map(|missing| format!("lacks {}", missing.as_str())));
    Ok(parts(list))
}

/// `who may user.edit over tea`, `who may user.edit`
pub fn who_may(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    words.expect("may")?;
    let permission = permission(words.next("the permission")?)?;
    let over = if words.eat("over") { Some(a_user(words)?) } else { None };
    let told = |entitled: &query::Entitled| {
        let rights: Vec<String> = entitled.rights.iter().map(|held| right(who, held)).collect();
        format!("{} has {}", entitled.name, rights.join(" and "))
    };
    Ok(parts(query::who_may(who.0, permission, over, now).iter().map(told).collect()))
}

/// `roles concern mia`
pub fn roles_concern(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let context = Context { actor: actor(words)?, now, view: View::Whole };
    Ok(if query::sees_roles(who.0, &context) { "yes" } else { "no" }.into())
}

/// `roles belonging`
pub fn roles_for_teams(who: Teller<'_>) -> String {
    listed(query::roles_for_teams(who.0).iter().map(|(_, name)| name.to_string()))
}

/// `impact of ann deletes role helper`
pub fn impact(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    words.expect("of")?;
    let context = Context { actor: actor(words)?, now, view: View::Whole };
    let command = sentence::read(words, who.0, now)?;
    let mut directory = who.0.clone();
    let impact = match query::dry_run(&mut directory, &context, &command) {
        Ok(impact) => impact,
        Err(refusals) => return Ok(codes(&refusals)),
    };
    Ok(told_impact(who, &impact))
}

fn told_impact(who: Teller<'_>, impact: &query::Impact) -> String {
    let mut told = Vec::new();
    let rights = |list: &[(rollcall_core::access::Permission, rollcall_core::model::Scope)]| {
        listed(list.iter().map(|held| who.right(held)))
    };
    told.extend((!impact.made.is_empty()).then(|| format!("makes {}", impact.made.len())));
    told.extend((!impact.removed.is_empty()).then(|| format!("removes {}", who.users(&impact.removed))));
    told.extend(impact.lost.iter().map(|(user, lost)| format!("{} loses {}", who.user(*user), rights(lost))));
    told.extend(impact.gained.iter().map(|(user, gained)| format!("{} gains {}", who.user(*user), rights(gained))));
    told.extend(impact.left_teams.iter().map(|(user, team)| format!("{} leaves {}", who.user(*user), who.team(*team))));
    told.extend(
        impact.joined_teams.iter().map(|(user, team)| format!("{} joins {}", who.user(*user), who.team(*team))),
    );
    told.extend(impact.disabled_teams.iter().map(|team| format!("disables {}", who.team(*team))));
    told.extend(impact.removed_teams.iter().map(|team| format!("removes team {}", who.team(*team))));
    told.extend(impact.freed_numbers.iter().map(|number| format!("frees {number}")));
    told.extend(impact.freed_extensions.iter().map(|extension| format!("frees {extension}")));
    told.extend(
        (!impact.unrouted.is_empty())
            .then(|| format!("nothing called by {} any more", listed(impact.unrouted.iter().map(|key| who.key(*key))))),
    );
    told.extend((!impact.signed_out.is_empty()).then(|| format!("signs out {}", who.users(&impact.signed_out))));
    told.extend((!impact.mailed.is_empty()).then(|| format!("mails {}", impact.mailed.len())));
    told.extend(impact.missing.iter().map(|missing| not_back(who, missing)));
    told.extend(impact.seats.iter().map(|(licence, step)| format!("{} {step:+}", who.licence(*licence))));
    parts(told)
}

/// `no 101 back, Eve has it`
pub fn not_back(who: Teller<'_>, missing: &Missing) -> String {
    let now = |holder: &Option<UserId>| holder.map_or("nobody".to_owned(), |holder| who.user(holder));
    match missing {
        Missing::Identifier { kind, holder } => format!("no {} back, {} has it", named(kind), now(holder)),
        Missing::Extension { extension, holder } => format!("no {extension} back, {} has it", now(holder)),
        Missing::Number { number, holder } => format!("no {number} back, {} has it", now(holder)),
        Missing::Licence(licence) => format!("no {} back", who.licence(*licence)),
    }
}

/// `undoing of ann suspends bob`: whether what takes it back puts everything back.
pub fn undoing(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    words.expect("of")?;
    let context = Context { actor: actor(words)?, now, view: View::Whole };
    let command = sentence::read(words, who.0, now)?;
    let Some(back) = command.undo(who.0) else { return Ok("no way back".into()) };
    let mut directory = who.0.clone();
    for command in [command, back.command] {
        match rollcall_core::decide(&directory, &context, &command) {
            Ok(decision) => directory.apply(&decision.changes),
            Err(refusals) => return Ok(codes(&refusals)),
        }
    }
    let sorted = |directory: &rollcall_core::Directory| {
        let mut records: Vec<_> = directory.records().map(|record| (record.key(), record)).collect();
        records.sort_by_key(|(key, _)| *key);
        records
    };
    Ok(if sorted(&directory) == sorted(who.0) { "all as before" } else { "not as before" }.into())
}

/// `bulk ann suspends bob + eve`, `bulk ann adds role agent to …`, `… removes team Sales from …`
pub fn bulk(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let (context, action, users) = many(who, now, words)?;
    let mut directory = who.0.clone();
    let plan = query::bulk_plan(&mut directory, &context, &action, &users);
    let outcome = |item: &query::BulkItem| match &item.outcome {
        BulkOutcome::Would(_) => "would".to_owned(),
        BulkOutcome::Already => "already".to_owned(),
        BulkOutcome::Refused(refusals) => codes(refusals),
    };
    Ok(parts(plan.iter().map(|item| format!("{} {}", who.user(item.user), outcome(item))).collect()))
}

/// `together ann suspends bob + eve`: what comes of it for all of them.
pub fn together(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let (context, action, users) = many(who, now, words)?;
    let mut directory = who.0.clone();
    let forecast = query::bulk_forecast(&mut directory, &context, &action, &users);
    let plan = query::bulk_plan(&mut directory, &context, &action, &users);
    if forecast.items != plan {
        return Err("the forecast's items are not the plan's".into());
    }
    Ok(told_impact(who, &forecast.impact))
}

fn many(
    who: Teller<'_>,
    now: Timestamp,
    words: &mut Words<'_>,
) -> Result<(Context, BulkAction, Vec<rollcall_core::id::UserId>), String> {
    let context = Context { actor: actor(words)?, now, view: View::Whole };
    let action = match words.next("what is done")? {
        "suspends" => BulkAction::Suspend,
        "deletes" => BulkAction::Delete,
        "invites" => BulkAction::SendInvitations,
        "off-boards" => {
            let order = sentence::order(words, None, now)?;
            words.expect("for")?;
            BulkAction::OffBoard { order }
        }
        "replaces" => {
            for word in ["roles", "by"] {
                words.expect(word)?;
            }
            let RoleChoice { role, scope } = choice(words, who.0)?;
            words.expect("for")?;
            BulkAction::ReplaceRoles { role, scope }
        }
        verb @ ("adds" | "removes") => {
            let add = verb == "adds";
            let action = match words.next("role, team or licence")? {
                "role" => {
                    let RoleChoice { role, scope } = choice(words, who.0)?;
                    if add { BulkAction::AddRole { role, scope } } else { BulkAction::RemoveRole { role, scope } }
                }
                "team" => {
                    let team = name::team(words.next("the team")?);
                    if add { BulkAction::AddTeam { team } } else { BulkAction::RemoveTeam { team } }
                }
                "licence" => {
                    let licence = name::licence(words.next("the licence")?);
                    if add { BulkAction::AddLicence { licence } } else { BulkAction::RemoveLicence { licence } }
                }
                other => return Err(format!("`{other}` should be role, team or licence")),
            };
            words.expect(if add { "to" } else { "from" })?;
            action
        }
        other => return Err(format!("nothing is done to many that is called `{other}`")),
    };
    let users = words.list("the users")?.into_iter().map(name::user).collect();
    Ok((context, action, users))
}

/// `offers to ann`: what the bar for a selection of users offers.
pub fn offers(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    words.expect("to")?;
    let context = Context { actor: actor(words)?, now, view: View::Whole };
    let options = query::bulk_options(who.0, &context);
    let mut told: Vec<String> = [(options.send, "send"), (options.suspend, "suspend"), (options.delete, "delete")]
        .into_iter()
        .filter(|(offered, _)| *offered)
        .map(|(_, deed)| deed.to_owned())
        .collect();
    let mut say = |what: &str, items: Vec<String>| {
        if !items.is_empty() {
            told.push(format!("{what} {}", items.join(" + ")));
        }
    };
    say("roles", options.roles.iter().map(|role| role.name.to_string()).collect());
    say("in", options.role_teams.iter().map(|(_, name)| name.to_string()).collect());
    say("teams", options.teams.iter().map(|(_, name)| name.to_string()).collect());
    say("licences", options.licences.iter().map(|usage| usage.name.to_string()).collect());
    Ok(parts(told))
}

/// `permissions for bob by ann`: which single permissions can be given, and where.
pub fn permissions(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    words.expect("for")?;
    let user = name::user(words.next("the user")?);
    words.expect("by")?;
    let context = Context { actor: actor(words)?, now, view: View::Whole };
    let options = query::permission_options(who.0, &context, user);
    let option = |option: &query::PermissionOption| {
        let scopes = option.scopes.iter().map(|scope| named(&scope)).collect::<Vec<_>>();
        format!("{} {}", option.permission.as_str(), scopes.join(", "))
    };
    let mut told: Vec<String> = options.permissions.iter().map(option).collect();
    if !options.teams.is_empty() {
        told.push(format!("in {}", listed(options.teams.iter().map(|(_, name)| name.to_string()))));
    }
    Ok(parts(told))
}

/// `verbs for user bob to ann`: what is offered for a record. A form ends in an ellipsis; what stands in the way follows.
pub fn verbs(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    words.expect("for")?;
    let about = record(words)?;
    words.expect("to")?;
    let context = Context { actor: actor(words)?, now, view: View::Whole };
    let told = |offer: &Offer| {
        let form = if offer.form { "…" } else { "" };
        let why_not = if offer.why_not.is_empty() { String::new() } else { format!(" ({})", codes(&offer.why_not)) };
        format!("{:?}{form}{why_not}", offer.verb)
    };
    Ok(parts(query::offers(who.0, &context, &about).iter().map(told).collect()))
}

/// `user bob`, `member bob in Sales`, `grant admin of bob` …: a record.
fn record(words: &mut Words<'_>) -> Result<Key, String> {
    let kind = words.next("what it is for")?;
    if kind == "organisation" {
        return Ok(Key::Organisation);
    }
    let called = words.next("its name")?;
    Ok(match kind {
        "user" => Key::User(name::user(called)),
        "removed" => Key::Removed(name::user(called)),
        "team" => Key::Team(name::team(called)),
        "role" => Key::Role(name::role(called)),
        "licence" => Key::Licence(name::licence(called)),
        "channel" => Key::Channel(name::channel(called)),
        "phone" => Key::Phone(name::phone(called)),
        "contact" => Key::Contact(name::contact(called)),
        "call" => Key::Call(name::call(called)),
        "number" => Key::Number(number(called)?),
        "member" => {
            words.expect("in")?;
            Key::Membership(name::team(words.next("the team")?), name::user(called))
        }
        "grant" => {
            let what = Granted::Role(name::role(called));
            words.expect("of")?;
            Key::Grant(GrantKey { user: a_user(words)?, what, scope: Scope::Organisation })
        }
        other => return Err(format!("nothing is offered for what is called `{other}`")),
    })
}

/// `options of ann`: what the form for a new user offers.
pub fn options(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    words.expect("of")?;
    let context = Context { actor: actor(words)?, now, view: View::Whole };
    let options = query::invite_options(who.0, &context);
    let mut told = Vec::new();
    if !options.refusals.is_empty() {
        told.push(codes(&options.refusals));
    }
    let seats = |usage: &query::LicenceUsage| {
        let left = usage.left().map_or_else(|| "unlimited".to_owned(), |left| format!("{left} left"));
        format!("{} {left}", usage.name)
    };
    let mut say = |what: &str, items: Vec<String>| {
        if !items.is_empty() {
            told.push(format!("{what} {}", items.join(" + ")));
        }
    };
    say("plans", options.plans.iter().map(seats).collect());
    say("add-ons", options.add_ons.iter().map(seats).collect());
    say("roles", options.roles.iter().map(|role| format!("{} {}", role.name, scopes(role.scopes))).collect());
    say("teams", options.teams.iter().map(|(_, name)| name.to_string()).collect());
    say("team", options.team_needed.then(|| "needed".to_owned()).into_iter().collect());
    let may = [
        ("import", options.may_import),
        ("hand over", options.may_hand_over),
        ("assign numbers", options.may_assign_numbers),
    ];
    say("may", may.iter().filter(|(_, may)| *may).map(|(what, _)| (*what).to_owned()).collect());
    Ok(parts(told))
}

/// `team or organisation`
fn scopes(scopes: RoleScopes) -> String {
    scopes.iter().map(|scope| named(&scope)).collect::<Vec<_>>().join(" or ")
}

/// `roles`
pub fn roles(who: Teller<'_>) -> String {
    let row = |row: &query::RoleRow| {
        let built_in = if row.built_in { ", built in" } else { "" };
        let protected = if row.protected { ", protected" } else { "" };
        format!("{} {}{built_in}{protected}, {} granted", row.name, scopes(row.scopes), row.grants)
    };
    parts(query::role_list(who.0).iter().map(row).collect())
}

/// `role helper`
pub fn role(who: Teller<'_>, words: &mut Words<'_>) -> Result<String, String> {
    let Some(detail) = query::role_detail(who.0, name::role(words.next("the role")?)) else {
        return Ok("no such role".into());
    };
    let permissions = |list: &[rollcall_core::access::Permission]| {
        listed(list.iter().map(|permission| permission.as_str().to_owned()))
    };
    let holder = |holder: &query::Holder| format!("{} {}", holder.name, who.scope(holder.scope));
    Ok(parts(vec![
        format!("{} may {}", detail.row.name, permissions(&detail.row.permissions)),
        format!("brings {}", listed(detail.teams.iter().map(|(_, name)| name.to_string()))),
        format!("there {}", permissions(&detail.team_permissions)),
        format!("held by {}", listed(detail.holders.iter().map(holder))),
    ]))
}

/// `matrix of user.read`: the roles that grant it.
pub fn matrix(who: Teller<'_>, words: &mut Words<'_>) -> Result<String, String> {
    words.expect("of")?;
    let wanted = permission(words.next("the permission")?)?;
    let matrix = query::role_matrix(who.0);
    let row = matrix.rows.iter().find(|(permission, _)| *permission == wanted).ok_or("it has no row")?;
    let granting = matrix.roles.iter().zip(&row.1).filter(|(_, grants)| **grants);
    Ok(listed(granting.map(|((_, name), _)| name.to_string())))
}
