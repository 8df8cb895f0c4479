### The first run of a server: the first organisation is founded.

set-up = Set-up
set-up-title = Found your organisation
set-up-sub = This server has no organisation yet. You will be the owner of the first one.
set-up-slug = Short name
set-up-slug-note = Small letters, digits and hyphens, such as acme. It can’t be changed later.
set-up-zone-note = The clock of opening hours, holidays and figures.
set-up-plan = Plan
set-up-plan-note = Such as Standard. More plans can follow.
set-up-seats-note = Empty: no limit.
set-up-owner = Owner
set-up-owner-note = You. An owner may do everything, and gives roles to others.
set-up-found = Found organisation

set-up-wanted = There is no organisation here yet
set-up-wanted-sub = Whoever runs this server founds the first one.
set-up-how-link = Open the link that the server printed when it started. It is good for a day, and works once.
set-up-how-again = No link, or an old one? Start the server again: it prints another.
set-up-how-command = Or found an organisation on the command line:
set-up-look-again = Look again
set-up-over = The set-up link was replaced by a later one, or is more than a day old.
set-up-done-title = This server is set up
set-up-done = There is an organisation already. Sign in, or ask an administrator to invite you.
