//! Sentences about roles and grants.

use super::user;
use crate::{
    name,
    table::{
        HOUR,
        part::{self, permission, scope, span},
        words::Words,
        world::crowd,
    },
};
use rollcall_core::{
    Directory, Timestamp,
    command::*,
    model::{GrantKey, Granted, Role, RoleScope},
    value::{Description, RoleName},
};

/// `helper own: user.read bringing Sales giving user.edit`, at the end `about Description` or `reusing cashier`
pub fn create_role(words: &mut Words<'_>, directory: &Directory) -> Result<CreateRole, String> {
    let mut role = part::role(words)?;
    if words.eat("reusing") {
        role.id = name::role(words.next("the role")?);
    } else if directory.role(role.id).is_some() {
        role.id = name::role(&format!("another {}", role.name));
    }
    more(&mut role, words)?;
    Ok(CreateRole { role })
}

/// The same, replacing the role; `name helper2` renames it. `helper nothing` leaves it as it is.
pub fn edit_role(words: &mut Words<'_>, directory: &Directory) -> Result<EditRole, String> {
    let called = words.next("the role")?;
    let now = directory.role(name::role(called)).cloned();
    if words.eat("nothing") {
        return Ok(EditRole { role: now.ok_or("no such role")? });
    }
    let mut role = match (words.eat("name"), now) {
        (true, Some(role)) => {
            let name = RoleName::parse(words.next("the name")?).map_err(|error| error.to_string())?;
            Role { name, ..role }
        }
        (true, None) => return Err("no such role".into()),
        (false, now) => {
            let rest = format!("{called} {}", words.rest());
            let mut inner = Words::of(&rest);
            let role = part::role(&mut inner)?;
            let mut role = Role { name: now.map_or(role.name.clone(), |now| now.name), ..role };
            more(&mut role, &mut inner)?;
            inner.end()?;
            role
        }
    };
    more(&mut role, words)?;
    Ok(EditRole { role })
}

fn more(role: &mut Role, words: &mut Words<'_>) -> Result<(), String> {
    if words.eat("bringing-many") {
        let count = words.number("how many teams")?;
        role.teams = crowd(count).map(|number| name::team(&number)).collect();
    }
    if words.eat("about") {
        role.description = Some(Description::parse(&words.rest()).map_err(|error| error.to_string())?);
    }
    Ok(())
}

/// `manager of Sales to bob until 24 hours`, `permission user.read of Sales to bob`
pub fn give(words: &mut Words<'_>, directory: &Directory, now: Timestamp) -> Result<GiveGrant, String> {
    let (what, scope) = granted(words, directory)?;
    words.expect("to")?;
    let grant = GrantKey { user: user(words)?, what, scope };
    let until = match (words.eat("until"), words.eat("yesterday")) {
        (true, true) => Some(Timestamp(now.0 - 24 * HOUR)),
        (true, false) => Some(now.after(span(words)?)),
        (false, _) => None,
    };
    Ok(GiveGrant { grant, until })
}

/// `manager of Sales from bob`
pub fn take(words: &mut Words<'_>, directory: &Directory) -> Result<TakeGrant, String> {
    let (what, scope) = granted(words, directory)?;
    words.expect("from")?;
    Ok(TakeGrant { grant: GrantKey { user: user(words)?, what, scope } })
}

/// `agent + manager of Sales by basic for bob`; `nothing` stands for no role.
pub fn replace(words: &mut Words<'_>, directory: &Directory) -> Result<ReplaceRoles, String> {
    let take = choices(words, directory)?;
    words.expect("by")?;
    let give = choices(words, directory)?;
    words.expect("for")?;
    Ok(ReplaceRoles { user: user(words)?, take, give })
}

fn choices(words: &mut Words<'_>, directory: &Directory) -> Result<Vec<RoleChoice>, String> {
    let mut choices = Vec::new();
    if words.eat("nothing") {
        return Ok(choices);
    }
    loop {
        choices.push(choice(words, directory)?);
        if !words.eat("+") {
            return Ok(choices);
        }
    }
}

/// `agent`, `manager of Sales`, `manager everywhere`
pub fn choice(words: &mut Words<'_>, directory: &Directory) -> Result<RoleChoice, String> {
    let role = name::role(words.next("the role")?);
    let reach = directory.role(role).map_or(RoleScope::Own.into(), |role| role.scopes);
    Ok(RoleChoice { role, scope: scope(reach, words)? })
}

fn granted(words: &mut Words<'_>, directory: &Directory) -> Result<(Granted, rollcall_core::model::Scope), String> {
    if words.eat("permission") {
        let what = Granted::Permission(permission(words.next("the permission")?)?);
        return Ok((what, scope(RoleScope::Organisation.into(), words)?));
    }
    let RoleChoice { role, scope } = choice(words, directory)?;
    Ok((Granted::Role(role), scope))
}
