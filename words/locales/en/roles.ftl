### Roles, what each may do, and who may do what.

permissions-own = For oneself
permissions-users = Users
permissions-access = Access
permissions-teams = Teams
permissions-telephony = Phone system
permissions-organisation = Organisation

roles-found = { $count ->
    [one] { $count } role
   *[other] { $count } roles
}
roles-parts = Parts of this page
roles-matrix = Permissions
roles-who = Who may …?
roles-why = Why may she?
roles-new = New role
roles-search = Find a permission
roles-matrix-note = Arrow keys move, the space bar changes. Built-in roles can’t be changed; copy one instead.
roles-cell = { $permission } – { $role }
roles-built-in = Built-in
roles-custom = Custom
roles-protected = Holders can’t be deleted
roles-built-in-note = Built-in roles can’t be changed. Copy the role and change the copy.
roles-not-yours = You can’t change this role.
roles-may-nothing = Grants nothing.

## Changes in the matrix.

roles-changes = Unsaved changes
roles-changed = { $count ->
    [one] { $count } change isn’t saved yet.
   *[other] { $count } changes aren’t saved yet.
}
roles-review = Review and save
roles-review-title = Save these changes?
roles-gains = Gains
roles-loses = Loses
roles-saved = { $count ->
    [one] Role saved.
   *[other] { $count } roles saved.
}

## One role.

roles-gone-title = No such role
roles-gone-sentence = It was deleted, or the address is wrong.
roles-go = Go to roles
roles-copy = Copy
roles-details = Role
roles-details-note = A name that says who it is for. Everybody who has the role follows when it changes.
roles-given-where = Where it may be given
roles-scope-own = For its holder alone
roles-scope-own-note = What it grants is about oneself.
roles-scope-team = In a team
roles-scope-team-note = Whoever gives it names the team.
roles-scope-organisation = In the whole organisation
roles-scope-organisation-note = It reaches every user and team.
roles-scope-needed = Choose one at least.
roles-permissions-note = What everybody with this role may do, where the role was given.
roles-teams = Teams it brings
roles-teams-note = Whoever gets the role joins these teams, and leaves them when it ends.
roles-brings-none = Brings no team.
roles-add-team = Add a team
roles-in-teams = Besides, inside these teams
roles-users-note = Who has this role, where, and until when.
roles-nobody = Nobody has this role.

## Making and deleting a role.

roles-copy-name = { $name } (copy)
roles-copy-title = Copy { $name }
roles-create = Create role
roles-create-note = Its permissions can be changed once it is created.
roles-created = Role { $name } created.
roles-delete = Delete role
roles-delete-note = Takes it from everybody who has it, with the memberships that it brought.
roles-delete-title = Delete the role { $name }?
roles-delete-holders = { $count ->
    [0] Nobody has this role.
    [one] { $count } grant of this role ends:
   *[other] { $count } grants of this role end:
}
roles-holder-loses = Loses: { $permissions }
roles-holder-keeps = Loses nothing: other roles give the same.
roles-deleted = Role { $name } deleted.

## Who may do what, and why.

roles-in-group = { $group }: { $name }
roles-over = Over whom
roles-over-hint = Empty: anywhere.
roles-as-seen = Answered from the users and teams that you can see.
roles-ask-who = Choose a permission to see who may use it.
roles-so-many-may = { $count ->
    [0] Nobody may.
    [one] { $count } user may:
   *[other] { $count } users may:
}
roles-whose = Who
roles-ask-why = Choose a user and a permission.
roles-yes = Yes. { $who } has “{ $what }”.
roles-no = No. { $who } may not: “{ $what }”.
roles-through = { $place }, through { $because }
roles-outranked = { $other } has the permission “{ $missing }”, which { $who } lacks. Nobody manages somebody above.
roles-not-active = { $who } is not active, and may do nothing until then.
roles-nothing-gives = No role and no single permission gives it.
roles-only-elsewhere = It holds elsewhere, and doesn’t reach there:
roles-would-give = Roles that give it
roles-show-access = Show access
