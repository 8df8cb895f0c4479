### Security logs, and where something came from.

security-log-sub = Sign-ins, passwords, addresses and links of the users of this organisation.
security-nothing-title = Nothing yet
security-nothing = What happens from now on appears here.
security-older = Show older ones
security-user-gone = A user who is no longer here

## What happened to one’s own account.

security-own-signed-in = You signed in
security-own-sign-in-failed = Somebody tried to sign in with a wrong password
security-own-signed-out = You signed out
security-own-session-ended = A session was ended
security-own-link-mailed = A link to set a password was sent to you
security-own-password-set = A password was set through a mailed link
security-own-password-changed = You changed your password
security-own-joined = You became a user of an organisation
security-own-address-change-asked = A change of your sign-in address was requested
security-own-address-changed = Your sign-in address was changed
security-own-address-change-stopped = A change of your sign-in address was stopped
security-own-reset-ordered = An administrator asked for a new password
security-own-handed-over = An administrator was given a link or a temporary password for you
security-own-pin-set = You set your voicemail PIN
security-own-recovery-ordered = The operator of the server started a recovery

## What happened to the account of somebody, whose name stands above it.

security-signed-in = Signed in
security-sign-in-failed = Sign-in failed
security-signed-out = Signed out
security-session-ended = Session ended
security-link-mailed = Link sent by mail
security-password-set = Password set through a mailed link
security-password-changed = Password changed
security-joined = Joined the organisation
security-address-change-asked = Change of the sign-in address requested
security-address-changed = Sign-in address changed
security-address-change-stopped = Change of the sign-in address stopped
security-reset-ordered = New password requested by an administrator
security-handed-over = Link or temporary password handed to an administrator
security-pin-set = Voicemail PIN set
security-recovery-ordered = Recovery started by the operator

## What a session runs in.

browser-on = { $name } on { $system }
browser-named = { $name }
browser-unknown-on = A browser on { $system }
browser-unknown = An unknown browser
