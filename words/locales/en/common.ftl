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
