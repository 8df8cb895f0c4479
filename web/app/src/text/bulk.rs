//! What is done to many users at once, in words: the question before it, what it will do, who is left out, what was done.

use super::counted;
use crate::language::{self, number};
use rollcall_core::{
    Directory,
    access::Permission,
    model::Scope,
    query::{BulkAction, Impact, UserSort},
};
use std::collections::BTreeSet;

/// So many names stand in a line; of the others only how many they are.
const NAMES: usize = 5;

/// What the list can be sorted by.
pub const fn sort(sort: UserSort) -> &'static str {
    match sort {
        UserSort::Name => "Name",
        UserSort::Email => "E-mail",
        UserSort::Extension => "Extension",
        UserSort::Position => "Position",
        UserSort::Role => "Role",
        UserSort::Licence => "Licence",
        UserSort::State => "State",
        UserSort::Created => "Added",
    }
}

/// What the action is about: the name of its role, team or licence.
fn what(action: &BulkAction, names: &Directory) -> String {
    let role = |id| names.role(id).map_or_else(|| "a role".to_owned(), |role| role.name.to_string());
    let team = |id| names.team(id).map_or_else(|| "a team".to_owned(), |team| team.name.to_string());
    match *action {
        BulkAction::AddRole { role: id, scope } | BulkAction::RemoveRole { role: id, scope } => match scope {
            Scope::Team(there) => format!("the role {} in {}", role(id), team(there)),
            Scope::Own | Scope::Organisation => format!("the role {}", role(id)),
        },
        BulkAction::AddTeam { team: id } | BulkAction::RemoveTeam { team: id } => format!("the team {}", team(id)),
        BulkAction::AddLicence { licence } | BulkAction::RemoveLicence { licence } => {
            names.licence(licence).map_or_else(|| "a licence".to_owned(), |licence| licence.name.to_string())
        }
        BulkAction::Suspend | BulkAction::Delete | BulkAction::SendInvitations => String::new(),
    }
}

/// What it will do, to how many of those who were selected.
pub fn will(action: &BulkAction, count: usize, selected: usize, names: &Directory) -> String {
    let what = what(action, names);
    let does = match action {
        BulkAction::AddRole { .. } | BulkAction::AddLicence { .. } => format!("will get {what}"),
        BulkAction::RemoveRole { .. } => format!("will lose {what}"),
        BulkAction::AddTeam { .. } => format!("will join {what}"),
        BulkAction::RemoveTeam { .. } => format!("will leave {what}"),
        BulkAction::RemoveLicence { .. } => format!("will give back {what}"),
        BulkAction::Suspend => "will be suspended".into(),
        BulkAction::Delete => "will be deleted".into(),
        BulkAction::SendInvitations => "will be sent an invitation".into(),
    };
    match count {
        0 if selected == 1 => "The selected user stays as before.".into(),
        0 => format!("None of {} {does}.", counted(selected, "selected user", "selected users")),
        count if count == selected => format!("{} {does}.", counted(count, "user", "users")),
        count => format!("{} of {} {does}.", number(count), counted(selected, "selected user", "selected users")),
    }
}

/// What the button says that does it.
pub fn yes(action: &BulkAction, count: usize) -> String {
    let users = counted(count, "user", "users");
    match action {
        BulkAction::AddRole { .. } | BulkAction::AddLicence { .. } => format!("Give to {users}"),
        BulkAction::RemoveRole { .. } | BulkAction::RemoveLicence { .. } => format!("Take from {users}"),
        BulkAction::AddTeam { .. } => format!("Add {users}"),
        BulkAction::RemoveTeam { .. } => format!("Remove {users}"),
        BulkAction::Suspend => format!("Suspend {users}"),
        BulkAction::Delete => format!("Delete {users}"),
        BulkAction::SendInvitations => format!("Send {}", counted(count, "invitation", "invitations")),
    }
}

/// What was done.
pub fn done(action: &BulkAction, count: usize, online: bool, names: &Directory) -> String {
    let (users, what) = (counted(count, "user", "users"), what(action, names));
    match action {
        BulkAction::AddRole { .. } | BulkAction::AddLicence { .. } => format!("{users} got {what}."),
        BulkAction::RemoveRole { .. } => format!("{users} lost {what}."),
        BulkAction::AddTeam { .. } => format!("{users} joined {what}."),
        BulkAction::RemoveTeam { .. } => format!("{users} left {what}."),
        BulkAction::RemoveLicence { .. } => format!("{users} gave back {what}."),
        BulkAction::Suspend => format!("{users} suspended."),
        BulkAction::Delete if online => format!("{users} deleted."),
        BulkAction::Delete => format!("{users} will be deleted when you are back online."),
        BulkAction::SendInvitations => {
            let invitations = counted(count, "invitation", "invitations");
            if online {
                format!("{invitations} sent.")
            } else {
                format!("{invitations} will be sent when you are back online.")
            }
        }
    }
}

/// Why somebody is left out to whom it was done before.
pub const fn already(action: &BulkAction) -> &'static str {
    match action {
        BulkAction::AddRole { .. } => "Has the role already.",
        BulkAction::RemoveRole { .. } => "Does not have the role.",
        BulkAction::AddTeam { .. } => "Is in the team already.",
        BulkAction::RemoveTeam { .. } => "Is not in the team.",
        BulkAction::AddLicence { .. } => "Has the licence already.",
        BulkAction::RemoveLicence { .. } => "Does not have the licence.",
        BulkAction::Suspend => "Is suspended already.",
        BulkAction::Delete => "Is deleted already.",
        BulkAction::SendInvitations => "Has an open invitation already.",
    }
}

/// What comes of something besides what it says, a line each (domain.md, 2.9). `one`: it is done to one user only, whose
/// question speaks of nobody else.
pub fn impact(impact: &Impact, one: bool, names: &Directory) -> Vec<String> {
    let mut lines = Vec::new();
    let mut say = |words: String| lines.push(words);
    let team = |id| names.team(id).map(|team| team.name.to_string()).unwrap_or_default();
    match impact.signed_out.len() {
        0 => {}
        _ if one => say("Is signed out everywhere at once.".into()),
        count => say(format!("{} signed out everywhere at once.", counted(count, "user is", "users are"))),
    }
    for (seats, does) in [(-1, "Gives back"), (1, "Takes")] {
        let of = impact.seats.iter().filter(|(_, step)| step.signum() == seats);
        let pools: Vec<_> = of
            .filter_map(|(id, step)| {
                let name = &names.licence(*id)?.name;
                Some(if one {
                    name.to_string()
                } else {
                    format!("{} of {name}", number(usize::try_from(step.unsigned_abs()).unwrap_or(usize::MAX)))
                })
            })
            .collect();
        match pools.as_slice() {
            [] => {}
            [pool] if one => say(format!("{does} a seat: {pool}.")),
            pools => say(format!("{does} seats: {}.", pools.join(", "))),
        }
    }
    for (who, does) in [(&impact.lost, "no longer"), (&impact.gained, "now")] {
        let rights: BTreeSet<Permission> = who.iter().flat_map(|(_, held)| held).map(|(right, _)| *right).collect();
        let rights: Vec<_> =
            rights.into_iter().map(|permission| language::say(&rollcall_words::name::permission(permission))).collect();
        match who.len() {
            0 => {}
            1 if one => say(format!("May {does}: {}.", some(&rights))),
            count => say(format!("{} may {does}: {}.", counted(count, "user", "users"), some(&rights))),
        }
    }
    for (who, does) in [(&impact.left_teams, "Leaves"), (&impact.joined_teams, "Joins")] {
        let teams: BTreeSet<_> = who.iter().map(|(_, id)| team(*id)).filter(|name| !name.is_empty()).collect();
        let teams: Vec<_> = teams.into_iter().collect();
        match teams.as_slice() {
            [] => {}
            [team] if one => say(format!("{does} the team {team}.")),
            teams if one => say(format!("{does} the teams {}.", some(teams))),
            teams => {
                let ends = if does == "Leaves" { ("ends", "end") } else { ("begins", "begin") };
                let count = who.len();
                let memberships = counted(count, "membership", "memberships");
                say(format!("{memberships} {}: {}.", if count == 1 { ends.0 } else { ends.1 }, some(teams)));
            }
        }
    }
    let emptied: Vec<_> = impact.disabled_teams.iter().map(|id| team(*id)).collect();
    if !emptied.is_empty() {
        say(format!(
            "{} disabled, because nobody is left: {}.",
            if emptied.len() == 1 { "A team is" } else { "Teams are" },
            some(&emptied)
        ));
    }
    let mut extensions: Vec<_> = impact.freed_extensions.iter().map(ToString::to_string).collect();
    extensions.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    let numbers = impact.freed_numbers.iter().map(ToString::to_string).collect();
    for (freed, one, many) in [(extensions, "Extension", "Extensions"), (numbers, "Number", "Numbers")] {
        match freed.len() {
            0 => {}
            1 => say(format!("{one} {} is free for somebody else.", some(&freed))),
            _ => say(format!("{many} {} are free for others.", some(&freed))),
        }
    }
    if !impact.unrouted.is_empty() {
        let places = counted(impact.unrouted.len(), "place that sends calls", "places that send calls");
        say(format!("{places} here will send them nowhere."));
    }
    lines
}

/// The first of many, and how many there are besides.
fn some(names: &[String]) -> String {
    let first = names.get(..NAMES.min(names.len())).unwrap_or_default().join(", ");
    match names.len().saturating_sub(NAMES) {
        0 => first,
        more => format!("{first} and {} more", number(more)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_names_are_cut_short() {
        let names: Vec<String> = (1..=7).map(|n| n.to_string()).collect();
        assert_eq!(some(&names), "1, 2, 3, 4, 5 and 2 more");
        assert_eq!(some(&names[..2]), "1, 2");
    }

    #[test]
    fn the_sentence_tells_how_many_of_how_many() {
        let names = Directory::default();
        let said = |count, selected| will(&BulkAction::Suspend, count, selected, &names);
        assert_eq!(said(3, 3), "3 users will be suspended.");
        assert_eq!(said(1, 3), "1 of 3 selected users will be suspended.");
        assert_eq!(said(0, 3), "None of 3 selected users will be suspended.");
        assert_eq!(said(0, 1), "The selected user stays as before.");
    }
}
