### The list of teams.

teams-search = Search teams
teams-loading = Loading the teams
teams-found = { $count ->
    [one] { $count } team
   *[other] { $count } teams
}
teams-empty-title = No teams yet
teams-empty-sentence = A team brings people together who share channels and calls.
teams-none-title = No team found
teams-none-sentence = No team matches this search and these filters.

## What it shows of a team.

teams-kind = Kind
teams-any-kind = Any kind
teams-kind-team = Team
teams-kind-department = Department
teams-kind-site = Site
teams-active = Active
teams-disabled = Disabled
teams-managers = Managers
teams-roles = Roles that belong
teams-brought-by = Role that belongs
teams-channels = Channels
teams-called-at = Called at
teams-mine = My teams
teams-members = { $count ->
    [one] { $count } member
   *[other] { $count } members
}

## One team beside the list.

teams-detail = Team details
teams-gone-title = No such team
teams-gone-sentence = This team was deleted, or you may not see it.
teams-private-channel = { $channel } (private)
teams-calls = Calls
teams-take-calls = Takes calls
teams-take-no-calls = Takes no calls
teams-show-members = Show in Users
teams-nobody = Nobody is in this team.
teams-through = Through { $roles }

## What is done to several.

teams-enable-title = { $count ->
    [one] Enable { $team }?
   *[other] Enable { $count } teams?
}
teams-disable-title = { $count ->
    [one] Disable { $team }?
   *[other] Disable { $count } teams?
}
teams-delete-title = { $count ->
    [one] Delete the team { $team }?
   *[other] Delete { $count } teams?
}
teams-enabled-now = { $count ->
    [one] { $team } is in use again.
   *[other] { $count } teams are in use again.
}
teams-disabled-now = { $count ->
    [one] { $team } is disabled.
   *[other] { $count } teams are disabled.
}
teams-deleted = { $count ->
    [one] Team { $team } deleted.
   *[other] { $count } teams deleted.
}
teams-disable-members = { $count ->
    [one] { $count } membership rests.
   *[other] { $count } memberships rest.
}
teams-delete-members = { $count ->
    [one] { $count } membership ends.
   *[other] { $count } memberships end.
}
