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

## What a person signs in with is handed over.

hand-over-to = Hand over sign-in to { $name }
hand-over-what = What to hand over
hand-over-link = Link and code
hand-over-link-note = The person opens the link, types the code and chooses a password.
hand-over-password = Temporary password
hand-over-password-note = The person is active at once and changes the password at the first sign-in.
hand-over-replaces = A temporary password takes the place of the one that this person has, which is changed at the next sign-in. All its sessions end now.
hand-over-make-link = Make link and code
hand-over-make-password = Make password
hand-over-offline = The server is needed for this. Try again when you are back online.
hand-over-once = This is shown once. When you close it, nobody can see it again; you can make another, which ends this one.
hand-over-link-is = Link
hand-over-code-is = Code
hand-over-sign-in-at = Sign-in page
hand-over-sign-in-by = Signs in as
hand-over-password-is = Temporary password
hand-over-qr = QR code of the link
hand-over-until = Both are needed, until { $when }.
hand-over-change = It is changed at the first sign-in, by { $when } at the latest.
hand-over-copy = Copy
hand-over-copied = Copied. The clipboard keeps it until something else is copied.
hand-over-not-copied = The browser doesn’t let the page copy. Select the text and copy it yourself.
hand-over-print = Print
users-assigned = { $name } has extension { $extension }.
users-assign-none = No extension is free. An administrator can widen the range in the settings.
users-assign-hint = Free ones are offered as you type.
users-assign-any = Two to eight digits that nobody else has.
