//! Sentences about teams and their channels.

use crate::{
    name,
    table::{
        part::{hours, target, word},
        words::Words,
    },
};
use rollcall_core::{
    Directory,
    command::*,
    model::{Channel, OpeningHours, Routing, Strategy, TeamKind},
    value::{ChannelName, TeamName},
};

/// `team Sales with bob + cyd`
pub fn create_team(words: &mut Words<'_>, directory: &Directory) -> Result<CreateTeam, String> {
    let called = words.next("the team's name")?;
    let name = TeamName::parse(called).map_err(|error| format!("`{called}` {error}"))?;
    let mut id = name::team(called);
    if directory.team(id).is_some() {
        id = name::team(&format!("another {called}"));
    }
    let mut members = Vec::new();
    if words.eat("with") {
        members = words.list("a user")?.into_iter().map(name::user).collect();
    }
    if words.eat("reusing") {
        id = name::team(words.next("the team")?);
    }
    Ok(CreateTeam { id, name, kind: Default::default(), members })
}

/// `Sales name Verkauf kind site`; what isn't named stays.
pub fn edit_team(words: &mut Words<'_>, directory: &Directory) -> Result<EditTeam, String> {
    let called = words.next("the team")?;
    let team = name::team(called);
    let now = directory.team(team);
    let mut name = match now {
        Some(team) => team.name.clone(),
        None => TeamName::parse(called).map_err(|error| error.to_string())?,
    };
    let mut kind = now.map_or(TeamKind::Team, |team| team.kind);
    if words.eat("name") {
        name = TeamName::parse(words.next("the name")?).map_err(|error| error.to_string())?;
    }
    if words.eat("kind") {
        kind = word("a kind of team", words)?;
    }
    Ok(EditTeam { team, name, kind })
}

/// `roles of Sales to helper + closer`, `… to none`, `… to many`
pub fn set_team_roles(words: &mut Words<'_>) -> Result<SetTeamRoles, String> {
    words.expect("of")?;
    let team = name::team(words.next("the team")?);
    words.expect("to")?;
    let roles = match words.eat("none") {
        true => Vec::new(),
        false if words.eat("many") => (0..=1_000).map(|n| name::role(&format!("many{n}"))).collect(),
        false => words.list("a role")?.into_iter().map(name::role).collect(),
    };
    Ok(SetTeamRoles { team, roles })
}

/// `routing of Sales to round_robin ring 20 open monday 540-1020 overflow team Help`, `… to none`
pub fn set_routing(words: &mut Words<'_>) -> Result<SetRouting, String> {
    words.expect("of")?;
    let team = name::team(words.next("the team")?);
    words.expect("to")?;
    if words.eat("none") {
        return Ok(SetRouting { team, routing: None });
    }
    let strategy: Strategy = word("a strategy", words)?;
    let mut routing = Routing { strategy, ring_seconds: 20, hours: OpeningHours::default(), overflow: None };
    if words.eat("ring") {
        let seconds = words.next("how many seconds")?;
        routing.ring_seconds = seconds.parse().map_err(|_| format!("`{seconds}` is no number of seconds"))?;
    }
    if words.eat("open") {
        routing.hours = hours(words)?;
    }
    if words.eat("overflow") {
        routing.overflow = Some(target(words)?);
    }
    Ok(SetRouting { team, routing: Some(routing) })
}

/// `General in Sales`, `Secret in Sales private`
pub fn create_channel(words: &mut Words<'_>, directory: &Directory) -> Result<CreateChannel, String> {
    let called = words.next("the channel's name")?;
    let name = ChannelName::parse(called).map_err(|error| error.to_string())?;
    words.expect("in")?;
    let team = name::team(words.next("the team")?);
    let public = !words.eat("private");
    let mut id = name::channel(called);
    if words.eat("reusing") {
        id = name::channel(words.next("the channel")?);
    } else if directory.channel(id).is_some() {
        id = name::channel(&format!("another {called}"));
    }
    Ok(CreateChannel { channel: Channel { id, team, name, public } })
}

/// `General name Chat private`; what isn't named stays.
pub fn edit_channel(words: &mut Words<'_>, directory: &Directory) -> Result<EditChannel, String> {
    let called = words.next("the channel")?;
    let channel = name::channel(called);
    let now = directory.channel(channel);
    let mut name = match now {
        Some(channel) => channel.name.clone(),
        None => ChannelName::parse(called).map_err(|error| error.to_string())?,
    };
    let mut public = now.is_none_or(|channel| channel.public);
    if words.eat("name") {
        name = ChannelName::parse(words.next("the name")?).map_err(|error| error.to_string())?;
    }
    if words.eat("private") {
        public = false;
    } else if words.eat("public") {
        public = true;
    }
    Ok(EditChannel { channel, name, public })
}
