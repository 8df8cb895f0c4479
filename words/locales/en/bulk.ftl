### What is done to many users at once: the question before it, what it will do, who is left out, what was done.

bulk-deleted-name = (deleted)
bulk-more-names = { $count } more

## What it will do.

bulk-will-nothing = { $selected ->
    [one] Nothing changes for the selected user.
   *[other] Nothing changes for the { $selected } selected users.
}
bulk-will-add-role = { $share ->
    [all] { $count ->
        [one] { $count } user will get the role { $role }.
       *[other] { $count } users will get the role { $role }.
    }
   *[some] { $count } of { $selected } selected users will get the role { $role }.
}
bulk-will-add-role-in = { $share ->
    [all] { $count ->
        [one] { $count } user will get the role { $role } in { $team }.
       *[other] { $count } users will get the role { $role } in { $team }.
    }
   *[some] { $count } of { $selected } selected users will get the role { $role } in { $team }.
}
bulk-will-remove-role = { $share ->
    [all] { $count ->
        [one] { $count } user will lose the role { $role }.
       *[other] { $count } users will lose the role { $role }.
    }
   *[some] { $count } of { $selected } selected users will lose the role { $role }.
}
bulk-will-remove-role-in = { $share ->
    [all] { $count ->
        [one] { $count } user will lose the role { $role } in { $team }.
       *[other] { $count } users will lose the role { $role } in { $team }.
    }
   *[some] { $count } of { $selected } selected users will lose the role { $role } in { $team }.
}
bulk-will-replace-roles = { $share ->
    [all] { $count ->
        [one] { $count } user will have the role { $role } instead of the roles before.
       *[other] { $count } users will have the role { $role } instead of the roles before.
    }
   *[some] { $count } of { $selected } selected users will have the role { $role } instead of the roles before.
}
bulk-will-replace-roles-in = { $share ->
    [all] { $count ->
        [one] { $count } user will have the role { $role } in { $team } instead of the roles before.
       *[other] { $count } users will have the role { $role } in { $team } instead of the roles before.
    }
   *[some] { $count } of { $selected } selected users will have the role { $role } in { $team } instead of the roles before.
}
bulk-will-add-team = { $share ->
    [all] { $count ->
        [one] { $count } user will join the team { $team }.
       *[other] { $count } users will join the team { $team }.
    }
   *[some] { $count } of { $selected } selected users will join the team { $team }.
}
bulk-will-remove-team = { $share ->
    [all] { $count ->
        [one] { $count } user will leave the team { $team }.
       *[other] { $count } users will leave the team { $team }.
    }
   *[some] { $count } of { $selected } selected users will leave the team { $team }.
}
bulk-will-add-licence = { $share ->
    [all] { $count ->
        [one] { $count } user will get { $licence }.
       *[other] { $count } users will get { $licence }.
    }
   *[some] { $count } of { $selected } selected users will get { $licence }.
}
bulk-will-remove-licence = { $share ->
    [all] { $count ->
        [one] { $count } user will give back { $licence }.
       *[other] { $count } users will give back { $licence }.
    }
   *[some] { $count } of { $selected } selected users will give back { $licence }.
}
bulk-will-suspend = { $share ->
    [all] { $count ->
        [one] { $count } user will be suspended.
       *[other] { $count } users will be suspended.
    }
   *[some] { $count } of { $selected } selected users will be suspended.
}
bulk-will-delete = { $share ->
    [all] { $count ->
        [one] { $count } user will be deleted.
       *[other] { $count } users will be deleted.
    }
   *[some] { $count } of { $selected } selected users will be deleted.
}
bulk-will-send = { $share ->
    [all] { $count ->
        [one] { $count } user will be sent an invitation.
       *[other] { $count } users will be sent an invitation.
    }
   *[some] { $count } of { $selected } selected users will be sent an invitation.
}

## The button that does it.

bulk-yes-give = { $count ->
    [one] Give to { $count } user
   *[other] Give to { $count } users
}
bulk-yes-take = { $count ->
    [one] Take from { $count } user
   *[other] Take from { $count } users
}
bulk-yes-replace = { $count ->
    [one] Replace for { $count } user
   *[other] Replace for { $count } users
}
bulk-yes-add = { $count ->
    [one] Add { $count } user
   *[other] Add { $count } users
}
bulk-yes-remove = { $count ->
    [one] Remove { $count } user
   *[other] Remove { $count } users
}
bulk-yes-suspend = { $count ->
    [one] Suspend { $count } user
   *[other] Suspend { $count } users
}
bulk-yes-delete = { $count ->
    [one] Delete { $count } user
   *[other] Delete { $count } users
}
bulk-yes-send = { $count ->
    [one] Send { $count } invitation
   *[other] Send { $count } invitations
}

## What was done.

bulk-done-add-role = { $count ->
    [one] { $count } user got the role { $role }.
   *[other] { $count } users got the role { $role }.
}
bulk-done-add-role-in = { $count ->
    [one] { $count } user got the role { $role } in { $team }.
   *[other] { $count } users got the role { $role } in { $team }.
}
bulk-done-remove-role = { $count ->
    [one] { $count } user lost the role { $role }.
   *[other] { $count } users lost the role { $role }.
}
bulk-done-remove-role-in = { $count ->
    [one] { $count } user lost the role { $role } in { $team }.
   *[other] { $count } users lost the role { $role } in { $team }.
}
bulk-done-replace-roles = { $count ->
    [one] { $count } user has the role { $role } now.
   *[other] { $count } users have the role { $role } now.
}
bulk-done-replace-roles-in = { $count ->
    [one] { $count } user has the role { $role } in { $team } now.
   *[other] { $count } users have the role { $role } in { $team } now.
}
bulk-done-add-team = { $count ->
    [one] { $count } user joined the team { $team }.
   *[other] { $count } users joined the team { $team }.
}
bulk-done-remove-team = { $count ->
    [one] { $count } user left the team { $team }.
   *[other] { $count } users left the team { $team }.
}
bulk-done-add-licence = { $count ->
    [one] { $count } user got { $licence }.
   *[other] { $count } users got { $licence }.
}
bulk-done-remove-licence = { $count ->
    [one] { $count } user gave back { $licence }.
   *[other] { $count } users gave back { $licence }.
}
bulk-done-suspend = { $count ->
    [one] { $count } user suspended.
   *[other] { $count } users suspended.
}
bulk-done-delete = { $count ->
    [one] { $count } user is being deleted.
   *[other] { $count } users are being deleted.
}
bulk-done-delete-offline = { $count ->
    [one] { $count } user will be deleted when you are back online.
   *[other] { $count } users will be deleted when you are back online.
}
bulk-done-send = { $count ->
    [one] { $count } invitation sent.
   *[other] { $count } invitations sent.
}
bulk-done-send-offline = { $count ->
    [one] { $count } invitation will be sent when you are back online.
   *[other] { $count } invitations will be sent when you are back online.
}

## Why somebody is left out.

bulk-already-add-role = Has the role already.
bulk-already-remove-role = Does not have the role.
bulk-already-replace-roles = Has this role already, and no other.
bulk-already-add-team = Is in the team already.
bulk-already-remove-team = Is not in the team.
bulk-already-add-licence = Has the licence already.
bulk-already-remove-licence = Does not have the licence.
bulk-already-suspend = Is suspended already.
bulk-already-delete = Is deleted already.
bulk-already-send = Has an open invitation already.

## What comes of it besides, for one user (“-one”) or for several.

impact-signed-out-one = Is signed out everywhere at once.
impact-signed-out = { $count ->
    [one] { $count } user is signed out everywhere at once.
   *[other] { $count } users are signed out everywhere at once.
}
impact-pool = { $licence } ({ $count })
impact-seats-back-one = { $count ->
    [one] Gives back a seat: { $licences }.
   *[other] Gives back seats: { $licences }.
}
impact-seats-back = Seats given back: { $licences }.
impact-seats-taken-one = { $count ->
    [one] Takes a seat: { $licences }.
   *[other] Takes seats: { $licences }.
}
impact-seats-taken = Seats taken: { $licences }.
impact-lost-one = Loses permissions: { $permissions }.
impact-lost = { $count ->
    [one] { $count } user loses permissions: { $permissions }.
   *[other] { $count } users lose permissions: { $permissions }.
}
impact-gained-one = Gains permissions: { $permissions }.
impact-gained = { $count ->
    [one] { $count } user gains permissions: { $permissions }.
   *[other] { $count } users gain permissions: { $permissions }.
}
impact-left-one = { $count ->
    [one] Leaves the team { $teams }.
   *[other] Leaves the teams { $teams }.
}
impact-left = { $count ->
    [one] { $count } membership ends: { $teams }.
   *[other] { $count } memberships end: { $teams }.
}
impact-joined-one = { $count ->
    [one] Joins the team { $teams }.
   *[other] Joins the teams { $teams }.
}
impact-joined = { $count ->
    [one] { $count } membership begins: { $teams }.
   *[other] { $count } memberships begin: { $teams }.
}
impact-teams-disabled = { $count ->
    [one] The team { $teams } is disabled because nobody is left in it.
   *[other] The teams { $teams } are disabled because nobody is left in them.
}
impact-extensions-freed = { $count ->
    [one] Extension { $extensions } becomes free.
   *[other] Extensions { $extensions } become free.
}
impact-numbers-freed = { $count ->
    [one] Number { $numbers } becomes free.
   *[other] Numbers { $numbers } become free.
}
impact-unrouted = { $count ->
    [one] { $count } place that sends calls here will send them nowhere.
   *[other] { $count } places that send calls here will send them nowhere.
}

## The bar for the selected users.

bulk-title = { $what ->
    [role] { $count ->
        [one] Role of { $count } user
       *[other] Role of { $count } users
    }
    [team] { $count ->
        [one] Team of { $count } user
       *[other] Team of { $count } users
    }
   *[licence] { $count ->
        [one] Licence of { $count } user
       *[other] Licence of { $count } users
    }
}
bulk-way = What to do
bulk-give = Give
bulk-take = Take away
bulk-replace = Replace all roles
bulk-add-to = Add to team
bulk-remove-from = Remove from team

bulk-will-off-board = { $share ->
    [all] { $count ->
        [one] { $count } user will be off-boarded.
       *[other] { $count } users will be off-boarded.
    }
   *[some] { $count } of { $selected } selected users will be off-boarded.
}
bulk-yes-off-board = { $count ->
    [one] Off-board { $count } user
   *[other] Off-board { $count } users
}
bulk-done-off-board = { $count ->
    [one] The off-boarding of { $count } user is ordered.
   *[other] The off-boarding of { $count } users is ordered.
}
bulk-already-off-board = Is ordered just so already.

## What could not be done to some of many.

bulk-results-title = Not all of it was done
bulk-results-done = { $count ->
    [one] Done for { $count }.
   *[other] Done for { $count }.
}
bulk-results-failed = { $count ->
    [one] { $count } was left as it was:
   *[other] { $count } were left as they were:
}
bulk-retry = { $count ->
    [one] Try it again
   *[other] Try these { $count } again
}
bulk-retried = { $count ->
    [one] { $count } done.
   *[other] { $count } done.
}
