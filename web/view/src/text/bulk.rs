//! What is done to many users at once, in words: the question before it, what it will do, who is left out, what was done.

use crate::{speech::say, t};
use rollcall_core::{
    Directory,
    id::{LicenceId, RoleId, TeamId, UserId},
    model::Scope,
    query::{BulkAction, Impact},
};
use rollcall_words::name;
use std::collections::BTreeSet;

/// So many names stand in a line; of the others only how many they are.
const NAMES: usize = 5;

/// The names of what an action is about.
struct Names<'a>(&'a Directory);

impl Names<'_> {
    fn role(&self, id: RoleId) -> String {
        self.0.role(id).map_or_else(|| t!(bulk_deleted_name), |role| role.name.to_string())
    }

    fn team(&self, id: TeamId) -> String {
        self.0.team(id).map_or_else(|| t!(bulk_deleted_name), |team| team.name.to_string())
    }

    fn licence(&self, id: LicenceId) -> String {
        self.0.licence(id).map_or_else(|| t!(bulk_deleted_name), |licence| licence.name.to_string())
    }
}

/// What it will do, to how many of those who were selected.
pub fn will(action: &BulkAction, count: usize, selected: usize, names: &Directory) -> String {
    if count == 0 {
        return t!(bulk_will_nothing, selected);
    }
    let names = Names(names);
    let share = if count == selected { "all" } else { "some" };
    match *action {
        BulkAction::AddRole { role, scope: Scope::Team(team) } => {
            t!(bulk_will_add_role_in, count, selected, share, role = names.role(role), team = names.team(team))
        }
        BulkAction::AddRole { role, .. } => t!(bulk_will_add_role, count, selected, share, role = names.role(role)),
        BulkAction::RemoveRole { role, scope: Scope::Team(team) } => {
            t!(bulk_will_remove_role_in, count, selected, share, role = names.role(role), team = names.team(team))
        }
        BulkAction::RemoveRole { role, .. } => {
            t!(bulk_will_remove_role, count, selected, share, role = names.role(role))
        }
        BulkAction::ReplaceRoles { role, scope: Scope::Team(team) } => {
            t!(bulk_will_replace_roles_in, count, selected, share, role = names.role(role), team = names.team(team))
        }
        BulkAction::ReplaceRoles { role, .. } => {
            t!(bulk_will_replace_roles, count, selected, share, role = names.role(role))
        }
        BulkAction::AddTeam { team } => t!(bulk_will_add_team, count, selected, share, team = names.team(team)),
        BulkAction::RemoveTeam { team } => t!(bulk_will_remove_team, count, selected, share, team = names.team(team)),
        BulkAction::AddLicence { licence } => {
            t!(bulk_will_add_licence, count, selected, share, licence = names.licence(licence))
        }
        BulkAction::RemoveLicence { licence } => {
            t!(bulk_will_remove_licence, count, selected, share, licence = names.licence(licence))
        }
        BulkAction::Suspend => t!(bulk_will_suspend, count, selected, share),
        BulkAction::OffBoard { .. } => t!(bulk_will_off_board, count, selected, share),
        BulkAction::Delete => t!(bulk_will_delete, count, selected, share),
        BulkAction::SendInvitations => t!(bulk_will_send, count, selected, share),
    }
}

/// What the button says that does it.
pub fn yes(action: &BulkAction, count: usize) -> String {
    match action {
        BulkAction::AddRole { .. } | BulkAction::AddLicence { .. } => t!(bulk_yes_give, count),
        BulkAction::RemoveRole { .. } | BulkAction::RemoveLicence { .. } => t!(bulk_yes_take, count),
        BulkAction::ReplaceRoles { .. } => t!(bulk_yes_replace, count),
        BulkAction::AddTeam { .. } => t!(bulk_yes_add, count),
        BulkAction::RemoveTeam { .. } => t!(bulk_yes_remove, count),
        BulkAction::Suspend => t!(bulk_yes_suspend, count),
        BulkAction::OffBoard { .. } => t!(bulk_yes_off_board, count),
        BulkAction::Delete => t!(bulk_yes_delete, count),
        BulkAction::SendInvitations => t!(bulk_yes_send, count),
    }
}

/// What was done.
pub fn done(action: &BulkAction, count: usize, online: bool, names: &Directory) -> String {
    let names = Names(names);
    match *action {
        BulkAction::AddRole { role, scope: Scope::Team(team) } => {
            t!(bulk_done_add_role_in, count, role = names.role(role), team = names.team(team))
        }
        BulkAction::AddRole { role, .. } => t!(bulk_done_add_role, count, role = names.role(role)),
        BulkAction::RemoveRole { role, scope: Scope::Team(team) } => {
            t!(bulk_done_remove_role_in, count, role = names.role(role), team = names.team(team))
        }
        BulkAction::RemoveRole { role, .. } => t!(bulk_done_remove_role, count, role = names.role(role)),
        BulkAction::ReplaceRoles { role, scope: Scope::Team(team) } => {
            t!(bulk_done_replace_roles_in, count, role = names.role(role), team = names.team(team))
        }
        BulkAction::ReplaceRoles { role, .. } => t!(bulk_done_replace_roles, count, role = names.role(role)),
        BulkAction::AddTeam { team } => t!(bulk_done_add_team, count, team = names.team(team)),
        BulkAction::RemoveTeam { team } => t!(bulk_done_remove_team, count, team = names.team(team)),
        BulkAction::AddLicence { licence } => t!(bulk_done_add_licence, count, licence = names.licence(licence)),
        BulkAction::RemoveLicence { licence } => t!(bulk_done_remove_licence, count, licence = names.licence(licence)),
        BulkAction::Suspend => t!(bulk_done_suspend, count),
        BulkAction::OffBoard { .. } => t!(bulk_done_off_board, count),
        BulkAction::Delete if online => t!(bulk_done_delete, count),
        BulkAction::Delete => t!(bulk_done_delete_offline, count),
        BulkAction::SendInvitations if online => t!(bulk_done_send, count),
        BulkAction::SendInvitations => t!(bulk_done_send_offline, count),
    }
}

/// Why somebody is left out to whom it was done before.
pub fn already(action: &BulkAction) -> String {
    match action {
        BulkAction::AddRole { .. } => t!(bulk_already_add_role),
        BulkAction::RemoveRole { .. } => t!(bulk_already_remove_role),
        BulkAction::ReplaceRoles { .. } => t!(bulk_already_replace_roles),
        BulkAction::AddTeam { .. } => t!(bulk_already_add_team),
        BulkAction::RemoveTeam { .. } => t!(bulk_already_remove_team),
        BulkAction::AddLicence { .. } => t!(bulk_already_add_licence),
        BulkAction::RemoveLicence { .. } => t!(bulk_already_remove_licence),
        BulkAction::Suspend => t!(bulk_already_suspend),
        BulkAction::OffBoard { .. } => t!(bulk_already_off_board),
        BulkAction::Delete => t!(bulk_already_delete),
        BulkAction::SendInvitations => t!(bulk_already_send),
    }
}

/// What comes of something besides what it says, a line each (domain.md, 2.9). `one`: it is done to one user only, whose
/// question speaks of nobody else.
pub fn impact(impact: &Impact, one: bool, names: &Directory) -> Vec<String> {
    let mut lines = Vec::new();
    match impact.signed_out.len() {
        0 => {}
        _ if one => lines.push(t!(impact_signed_out_one)),
        count => lines.push(t!(impact_signed_out, count)),
    }
    seats(&mut lines, impact, one, names);
    rights(&mut lines, impact, one);
    teams(&mut lines, impact, one, names);
    let mut extensions: Vec<_> = impact.freed_extensions.iter().map(ToString::to_string).collect();
    rollcall_core::sort::by(&mut extensions, |a, b| (a.len(), a).cmp(&(b.len(), b)));
    if !extensions.is_empty() {
        lines.push(t!(impact_extensions_freed, count = extensions.len(), extensions = some(extensions)));
    }
    let numbers: Vec<_> = impact.freed_numbers.iter().map(ToString::to_string).collect();
    if !numbers.is_empty() {
        lines.push(t!(impact_numbers_freed, count = numbers.len(), numbers = some(numbers)));
    }
    if !impact.unrouted.is_empty() {
        lines.push(t!(impact_unrouted, count = impact.unrouted.len()));
    }
    lines
}

fn seats(lines: &mut Vec<String>, impact: &Impact, one: bool, names: &Directory) {
    let pools = |way: i64| -> Vec<String> {
        let of = impact.seats.iter().filter(|(_, step)| step.signum() == way);
        let pool = |(id, step): &(LicenceId, i64)| {
            let licence = names.licence(*id)?.name.to_string();
            Some(if one { licence } else { t!(impact_pool, licence, count = step.unsigned_abs()) })
        };
        of.filter_map(pool).collect()
    };
    let back = pools(-1);
    match (back.len(), one) {
        (0, _) => {}
        (count, true) => lines.push(t!(impact_seats_back_one, count, licences = back)),
        (_, false) => lines.push(t!(impact_seats_back, licences = back)),
    }
    let taken = pools(1);
    match (taken.len(), one) {
        (0, _) => {}
        (count, true) => lines.push(t!(impact_seats_taken_one, count, licences = taken)),
        (_, false) => lines.push(t!(impact_seats_taken, licences = taken)),
    }
}

fn rights(lines: &mut Vec<String>, impact: &Impact, one: bool) {
    let names = |rights: BTreeSet<_>| some(rights.into_iter().map(|right| say(&name::permission(right))).collect());
    match impact.lost.len() {
        0 => {}
        1 if one => lines.push(t!(impact_lost_one, permissions = names(impact.rights_lost()))),
        count => lines.push(t!(impact_lost, count, permissions = names(impact.rights_lost()))),
    }
    match impact.gained.len() {
        0 => {}
        1 if one => lines.push(t!(impact_gained_one, permissions = names(impact.rights_gained()))),
        count => lines.push(t!(impact_gained, count, permissions = names(impact.rights_gained()))),
    }
}

fn teams(lines: &mut Vec<String>, impact: &Impact, one: bool, names: &Directory) {
    let team = |id: &TeamId| names.team(*id).map(|team| team.name.to_string());
    let of = |who: &[(UserId, TeamId)]| -> Vec<String> {
        let mut names: Vec<String> = who.iter().filter_map(|(_, id)| team(id)).collect();
        rollcall_core::sort::ascending(&mut names);
        names.dedup();
        names
    };
    let left = of(&impact.left_teams);
    match (left.len(), one) {
        (0, _) => {}
        (count, true) => lines.push(t!(impact_left_one, count, teams = some(left))),
        (_, false) => lines.push(t!(impact_left, count = impact.left_teams.len(), teams = some(left))),
    }
    let joined = of(&impact.joined_teams);
    match (joined.len(), one) {
        (0, _) => {}
        (count, true) => lines.push(t!(impact_joined_one, count, teams = some(joined))),
        (_, false) => lines.push(t!(impact_joined, count = impact.joined_teams.len(), teams = some(joined))),
    }
    let emptied: Vec<_> = impact.disabled_teams.iter().filter_map(team).collect();
    if !emptied.is_empty() {
        lines.push(t!(impact_teams_disabled, count = emptied.len(), teams = some(emptied)));
    }
}

/// The first of many, and how many there are besides, as the last of the list.
pub(super) fn some(mut names: Vec<String>) -> Vec<String> {
    let count = names.len().saturating_sub(NAMES);
    if count > 0 {
        names.truncate(NAMES);
        names.push(t!(bulk_more_names, count));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speech;

    #[test]
    fn many_names_are_cut_short() {
        let names = |many: u8| (1..=many).map(|n| n.to_string()).collect();
        assert_eq!(speech::list(&some(names(7))), "1, 2, 3, 4, 5, and 2 more");
        assert_eq!(speech::list(&some(names(2))), "1 and 2");
    }

    #[test]
    fn the_sentence_tells_how_many_of_how_many() {
        let names = Directory::default();
        let said = |count, selected| will(&BulkAction::Suspend, count, selected, &names);
        assert_eq!(said(3, 3), "3 users will be suspended.");
        assert_eq!(said(1, 1), "1 user will be suspended.");
        assert_eq!(said(1, 3), "1 of 3 selected users will be suspended.");
        assert_eq!(said(0, 3), "Nothing changes for the 3 selected users.");
        assert_eq!(said(0, 1), "Nothing changes for the selected user.");
    }
}
