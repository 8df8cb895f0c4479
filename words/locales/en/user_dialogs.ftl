### The dialogs about users.

users-profile-saved = Profile saved.
users-profile-restored = The profile is as it was.
users-licence-of = Licence of { $name }
users-licence-changed = Licence changed.
users-licence-restored = The licence is as it was.
ask-delete-one = Delete { $name }?
ask-delete = { $count ->
    [one] Delete { $count } user?
   *[other] Delete { $count } users?
}
ask-suspend-one = Suspend { $name }?
ask-suspend = { $count ->
    [one] Suspend { $count } user?
   *[other] Suspend { $count } users?
}
ask-send = { $count ->
    [one] Send { $count } invitation?
   *[other] Send { $count } invitations?
}
ask-delete-one-sure = Are you sure you want to delete this user?
ask-delete-sure = Are you sure you want to delete these users?
ask-suspend-one-meaning = Suspending ends this user’s access until you reactivate the user.
ask-suspend-meaning = Suspending ends the access of these users until you reactivate them.
ask-send-meaning = Each user gets a mail with a code and a link. An expired invitation is sent again.
ask-delete-one-yes = Delete user
ask-suspend-one-yes = Suspend user
ask-loses-roles = { $count ->
    [one] Loses the role { $roles }.
   *[other] Loses the roles { $roles }.
}
ask-invitation-void = The invitation that was sent stops working.
ask-roles-too = Their roles and open invitations are deleted too.
ask-no-undo = This can’t be undone.
ask-suspend-keeps = Roles, teams and extension are kept. Reactivating takes the seats again.
