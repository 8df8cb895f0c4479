### What many pages say.

-brand = Rollcall

pending = Pending
pending-title = Waiting for the server to confirm
undelivered = Not delivered
undelivered-title = A mail could not be delivered
close = Close
cancel = Cancel
save = Save
undo = Undo
undone = Undone.
dismiss = Dismiss
show-digits = Show the digits
show-password = Show the password
needs-server = This needs the server, which can’t be reached at the moment.
try-again = Try again
loading = Loading

full-name = Full name
optional = (optional)
scope-own = For the person alone
scope-organisation = In the whole organisation
invite-user = Invite user
prepare-user = Prepare user
new-system = New bridge, attendant or queue
send-invitation = Send invitation
invitation-sent = Invitation sent to { $name }.
invitation-sent-later = The invitation to { $name } will be sent when you are back online.
saved = Saved.
done = Done
actions = Actions

standing-active = Active
standing-prepared = Prepared
standing-invited = Invited
standing-expired = Expired
standing-suspended = Suspended

seats-taken = { $taken } / { $seats }
seats-taken-unlimited = { $taken } used
seats-of-licence = { $licence }: { $taken } of { $seats } seats taken
seats-of-licence-unlimited = { $licence }: { $taken } used
seats-left = { $left } of { $seats } left
seats-none-left = No seat left of { $seats }
licence-seats-left = { $licence } — { $left } of { $seats } left
licence-none-left = { $licence } — no seat left of { $seats }
licence-unlimited = { $licence } — no limit
so-many-of = { $done } of { $all }

## Organisations, users and how they sign in.

organisation = Organisation
organisation-hint = Its short name, such as acme.
# Where the name of the organisation is not known.
your-organisation = your organisation
new-password = New password
enter-password = Enter your password.
enter-identifier = Enter your e-mail address, mobile number or log-in name.
identifier-hint = Or your mobile number or log-in name.
forgot-password = Forgot your password?
go-to-sign-in = Go to sign-in
go-on = Continue

## Links sent by mail.

## What lists and pages share.

refresh = Refresh
download-failed = The browser did not save the file. Allow downloads for this site, then try again.
leave-title = Discard your changes?
leave-question = What you typed in this form isn’t saved.
leave-yes = Discard changes
discard = Discard
