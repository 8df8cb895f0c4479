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
