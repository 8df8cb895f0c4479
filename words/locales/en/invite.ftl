### The form for a new user, who is invited now or prepared for later.

invite-save-prepared = Save as prepared
invite-what = What to do
invite-now = Invite now
invite-later = Prepare for later
invite-password = With a log-in name and a password
invite-note = A mail with a code and a link is sent right away.
invite-note-offline = You are offline: the invitation will be sent when you are back online.
invite-note-prepared = No mail is sent. You can send the invitation later.
invite-prepared = { $email } is prepared.
invite-no-seats = Every licence seat is taken, so nobody can be invited now. You can prepare the user without a licence.
invite-example = name@example.com
invite-name-hint = The person can change it when accepting.
invite-no-role = No role
invite-no-team = No team
invite-team-hint = This role applies within a team.
invite-choose-team = Choose a team.
invite-password-title = Add a user with a password
invite-password-save = Add the user
invite-password-note = No mail is sent. Tell the person the password; it is changed at the first sign-in.
invite-password-done = { $login } can sign in now with the password that you gave, and changes it then.
invite-at = Invite at a time
invite-at-title = Invite a user later
invite-at-save = Plan the invitation
invite-at-note = The user is prepared now. The server sends the mail at that moment; until then you can change it or call it off.
invite-at-note-offline = You are offline: this reaches the server when you are back online. The mail is sent at that moment, or then.
invite-at-done = { $email } is prepared and is invited at that moment.

## What is dialled but no person.

system-make = Create
system-made = { $name } is created.
system-offline = You are offline: it is created when you are back online.
system-target-hint = A queue or an attendant passes calls on. What passes none on answers itself.
