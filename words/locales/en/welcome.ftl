### The first steps of a new organisation.

welcome-title = Welcome. Three steps to begin with
welcome-sub = Do them in any order. What is done is ticked.
welcome-dismiss = Don’t show this again
welcome-done = Done
welcome-invite = Invite somebody
welcome-invite-note = By mail, with a role and an extension. Or hand over a link.
welcome-import = Import everybody else
welcome-import-note = A list from a spreadsheet or another phone system, with teams and numbers; it is tried before anything is done.
welcome-teams = Make teams
welcome-teams-note = They take calls, and managers look after them.
