### The page of a team, and making one.

gather-take = Leave out { $name }

team-go = Go to teams
team-tabs = Parts of this team
team-managed-by = Managed by { $names }
team-called-at = Called at { $numbers }
team-settings = Settings

## Making one.

team-new = New team
team-create = Create team
team-created = Team { $team } created.
team-nobody-yet = Nobody yet. Members can be added later, too.

## Who is in it.

team-members-note = People who are in it by hand, through a role, or both. Who came through a role leaves with it.
team-search = Find a member
team-nobody-found = No member matches.
team-add-member = Add somebody
team-member-added = { $name } added.
team-remove-member = Remove { $name }
team-member-removed = { $name } removed.
team-roles-note = Whoever has one of these roles belongs to the team for as long as it has the role.
team-no-roles = No role.
team-roles-saved = Roles of the team saved.

## Its channels.

team-channels-note = Everybody who sees the team sees its public channels; private ones are for its members.
team-no-channels = No channels.
team-public-note = Public
team-private = Private
team-private-note = For members only
team-add-channel = Add channel
team-channel-added = Channel added.
team-edit-channel = Edit { $channel }
team-channel-saved = Channel saved.
team-delete-channel = Delete { $channel }
team-delete-channel-title = Delete the channel { $channel }?
team-delete-channel-question = The channel is gone for everybody.
team-delete-channel-yes = Delete channel
team-channel-deleted = Channel { $channel } deleted.

## Where its calls go.

team-routing-note = Who is rung when the team is called, when it is open, and where calls go that nobody takes.
team-takes = Takes calls
team-takes-note = Numbers, queues and other teams can send calls to it.
team-takes-none = Takes no calls.
team-all-at-once = All at once
team-all-at-once-note = Everybody who is available rings at the same time.
team-in-order = One after the other
team-in-order-note = By name, from the top for every call.
team-round-robin = In turn
team-round-robin-note = Begins behind whoever answered last.
team-longest-idle = Longest without a call
team-longest-idle-note = Whoever has been without a call for the longest is rung first.
team-seconds = Seconds to ring
team-overflow = When nobody answers, or it is closed
team-overflow-hint = A colleague, another team, a voicemail, or a number outside. Empty: the call ends.
team-always-open = Always open
team-always-open-note = Without opening hours holidays make no difference either.
team-holiday = Holiday
team-holiday-named = Holiday: { $name }
team-hours-zone = Time zone: { $zone }.
team-week = Opening hours of the next seven days
team-week-note = Drag in a day to add hours.
team-routing-saved = Call routing saved.
team-ringing-note = Who would ring, and next, if the team were called at this moment.

## What is done to it.

team-name-note = What it is called, and what it stands for.
team-saved = Team saved.
team-picture-note = Shown wherever the team is, also without a network. The middle of the picture is kept, and made small.
team-use = Use
team-disable = Disable team
team-disable-note = Nobody but who manages it sees it any more, and it takes no calls. Its members stay, and roles in it rest.
team-disable-title = Disable { $team }?
team-disabled-now = { $team } is disabled.
team-enable = Enable team
team-enable-note = Its members see it again, and roles in it hold again.
team-enabled = { $team } is in use again.
team-delete = Delete team
team-delete-note = The team goes with its channels, memberships, and roles that were given in it.
team-pointing = Calls come here from
team-delete-title = Delete the team { $team }?
team-delete-channels = { $count ->
    [one] { $count } channel is deleted.
   *[other] { $count } channels are deleted.
}
team-delete-keeps = Its users stay as they are.
team-deleted = Team { $team } deleted.
