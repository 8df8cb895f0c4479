### How somebody leaves: the form that orders it, and what stands at the head of its page.

off-board-title = Off-board { $who }
off-board-when = When access ends
off-board-now = Now
off-board-later = At a moment
off-board-numbers = Hand its numbers over to
off-board-numbers-hint = A colleague, a team or a number outside. Empty: they stay its own.
off-board-calls = Send its calls to
off-board-calls-hint = What still reaches its extension goes there. Empty: such calls reach nobody.
off-board-teams = Its place in teams goes to
off-board-teams-hint = Empty: it stays a member.
off-board-keep = Keep licences
off-board-keep-note = They take seats again when the user is reactivated. The seats are free meanwhile either way.
off-board-days = Delete after so many days
off-board-days-hint = Counted from the end of access. Empty: the user is never deleted.
off-board-pick = Choose one from the list.
off-board-comes = What comes of it
off-board-yes-now = Off-board now
off-board-yes-later = Save off-boarding
off-board-done = { $who } has left.
off-board-ordered = The off-boarding of { $who } is planned.
off-board-change = Change
off-board-call-off = Call off
off-board-called-off = The off-boarding of { $who } was called off.
off-board-suspended-on = Leaves: access ends { $at }.
off-board-suspended-deleted = Leaves: access ends { $at }, and the user is deleted { $deleted }.
off-board-left = Left { $at }.
off-board-left-deleted = Left { $at }, and is deleted { $deleted }.
off-board-put-off = What was due could not be done: { $why } It is tried again { $at }.
off-board-line-now = Access ends at once, and all sessions with it.
off-board-line-then = Access ends { $at }, and all sessions with it.
off-board-line-numbers = { $count ->
    [one] Number { $numbers } goes to { $to }.
   *[other] Numbers { $numbers } go to { $to }.
}
off-board-line-calls = Calls that still reach it go to { $to }.
off-board-line-no-calls = { $ways }: calls reach nobody.
off-board-line-teams = { $count ->
    [one] { $who } takes its place in { $teams }.
   *[other] { $who } takes its place in { $teams }.
}
off-board-line-taken = Licences that are taken and become free: { $licences }.
off-board-line-kept = Keeps its licences; the seats are free meanwhile: { $licences }.
off-board-line-deleted = The user is deleted { $at }.

## A moment by the clock of a time zone.

moment-zone = By the clock in { $zone }.
moment-zone-here = By the clock in { $zone }; where you are, it is { $at } then.

## Several at once.

off-board-many = { $count ->
    [one] Off-board { $count } user
   *[other] Off-board { $count } users
}
off-board-many-numbers = Hand their numbers over to
off-board-many-calls = Send their calls to
off-board-many-teams = Their place in teams goes to
off-board-many-numbers-hint = A colleague, a team or a number outside. Empty: each keeps its own.
off-board-many-calls-hint = What still reaches their extensions goes there. Empty: such calls reach nobody.
off-board-many-teams-hint = Empty: they stay members.
