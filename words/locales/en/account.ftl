### One’s own account: sign-in address, password, sessions.

account-sub = It is the same in every organisation that you belong to.
account-signing-in = Signing in
account-events = What happened to your account

account-address = Address
account-no-address = Your account has no e-mail address: it was handed to you.
account-address-waits = A link was sent to { $email }. Open it by { $until } to sign in with that address; until then, this one stays in use.
account-change-address = Change address…
account-change-address-title = Change your sign-in address
account-change-address-note = A link is sent to the new address. Once you open it, you sign in with that address, in every organisation. The old address is notified and can stop the change for a day.
account-address-mailed = A link to confirm the address is on its way to { $email }.

account-password-note = Changing it ends your sessions everywhere else.
account-change-password = Change password…
account-change-password-title = Change your password
account-change-password-yes = Change password
account-password-changed = Your password is changed. All your other sessions have ended.
account-same-password = This is your current password.
account-current-password = Current password

sessions-title = Where you are signed in
sessions-end = End…
sessions-end-yes = End
sessions-end-others = End all others…
sessions-end-title = End the session in { $browser }?
sessions-end-question = Whoever uses it has to sign in again.
sessions-end-others-title = End all other sessions?
sessions-end-others-question = Everywhere but here, you have to sign in again.
sessions-end-deletes = The directory is deleted there; unsynced work stays on the device.
sessions-ended = The session has ended.
sessions-others-ended = All other sessions have ended.
sessions-this = This one
sessions-in-use = In use now
sessions-last-used = Last used { $when }
sessions-signed-in = Signed in { $when }
account-data = Your data
account-data-note = All that { $organisation } keeps about you, and what happened to your account, as a file.

## What one has in the organisation.

own-presence = Calls of your teams
own-presence-note = Whether they ring at your phone.
own-presence-since = Since { $when }.
own-queues = You take calls of { $teams }.
presence-available = Available
presence-break = Break
presence-signed-out = Signed out
own-calls = Your calls
own-calls-note = The latest: with whom, when and for how long.
own-calls-none = No calls yet. They show here as soon as the phone system reports them.
own-calls-all = { $count ->
    [0] All calls
    [one] { $count } call
   *[other] All { $count } calls
}
own-pin-note = You enter it on a phone to listen to your messages. It holds in { $organisation }.
own-pin-set = Set PIN…
own-pin-title = Set your voicemail PIN
own-pin-new = New PIN
own-pin-yes = Set PIN
own-pin-done = Your voicemail PIN is set.
own-looks = Language and theme
own-looks-note = The theme is that of this device.
own-theme = Theme
