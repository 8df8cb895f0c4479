### Why something may not happen: each refusal of the core, each wrong value, the fields and the rights that they name.

refusal-not-allowed = You need the permission “{ $permission }” for this. Ask an owner or an administrator.
refusal-no-portal = You have a phone here, but no access to this page. Ask an owner or an administrator for a role that opens it.
refusal-actor-not-active = Your own account is no longer active in this organisation.
refusal-organisation-exists = This organisation exists already.
refusal-unknown = { $subject ->
    [organisation] There is no such organisation, or you are not in it.
    [user] This user no longer exists.
    [role] This role no longer exists. Choose another.
    [team] This team no longer exists. Choose another.
    [licence] This licence no longer exists. Choose another.
    [channel] This channel no longer exists.
    [number] This number no longer exists. Choose another.
    [phone] This phone no longer exists.
    [contact] This contact no longer exists.
    [call] This call no longer exists.
   *[grant] This role was taken back already.
}
refusal-id-in-use = This was done already.
refusal-invalid = { $field }: { $error }
refusal-already-a-user = { $kind ->
    [mobile] { $who } has this mobile number already.
    [login] { $who } has this log-in name already.
   *[email] { $who } has this address already.
}
refusal-already-a-user-unnamed = { $kind ->
    [mobile] Somebody here has this mobile number already.
    [login] Somebody here has this log-in name already.
   *[email] Somebody here has this address already.
}
refusal-domain-not-allowed = Addresses of this domain can’t be used here.
refusal-domains-allowed = Only addresses at these domains can be used here: { $domains }.
refusal-no-seat-left = { $seats ->
    [one] The only seat of { $licence } is taken. Choose another licence or free the seat.
   *[other] All { $seats } seats of { $licence } are taken. Choose another licence or free a seat.
}
refusal-wrong-licence-kind = A plan can’t be used as an add-on, nor an add-on as a plan.
refusal-no-plan = Choose a plan: only people with a plan are invited here.
refusal-no-plan-full = Choose a plan: only people with a plan are invited here. Every seat is taken of: { $plans }.
refusal-owner-by-invitation = Nobody becomes an owner by invitation. Choose another role.
refusal-grants-more-than-held = The role { $role } has the permission “{ $permission }”, which you don’t have, so you can’t give it.
refusal-outranks-actor = This user has the permission “{ $permission }”, which you don’t have, so you can’t change this user.
refusal-single-role = Each user has only one role in this organisation.
refusal-wrong-scope = { $scopes ->
    [own] The role { $role } holds for its holder alone, not in a team or the whole organisation.
    [team] The role { $role } needs a team. Choose one.
    [organisation] The role { $role } holds in the whole organisation only.
    [own-team] The role { $role } holds for its holder alone or in a team. Choose one of them.
    [own-organisation] The role { $role } holds for its holder alone or in the whole organisation. Choose one of them.
    [team-organisation] The role { $role } holds in a team or in the whole organisation. Choose one of them.
   *[any] The role { $role } can’t be given there.
}
refusal-scope-in-use = { $scopes ->
    [own] Somebody has this role for themselves alone. Take it back first, or leave that allowed.
    [team] Somebody has this role in a team. Take it back first, or leave that allowed.
   *[organisation] Somebody has this role in the whole organisation. Take it back first, or leave that allowed.
}
refusal-reaches-others = The permission “{ $permission }” is about others, so it can’t be part of a role that holds for its holder alone. Let the role hold in a team or in the whole organisation.
refusal-wrong-state = { $state ->
    [prepared] This isn’t possible: the user is prepared, not invited yet.
    [invited] This isn’t possible: the user is invited and has not accepted yet.
    [active] This isn’t possible: the user is active.
   *[suspended] This isn’t possible: the user is suspended.
}
refusal-invitation-expired = The invitation has expired. Send it again.
refusal-no-sign-in = Nobody signs in here with what this user is identified by. Add an e-mail address, a mobile number or a log-in name, as your organisation allows.
refusal-opens-portal = This person may sign in: invite it, or hand over a link or a temporary password.
refusal-account-elsewhere = The account of this person belongs to other organisations too, so nobody but the person itself may give it a password.
refusal-handed-over-elsewhere = A link or a temporary password is shown to whoever hands it over, and can’t be made this way. Use “Hand over”, while the server can be reached.
refusal-seen-elsewhere = The change came with values of something else that were seen before it. Nothing was changed.
refusal-changed-meanwhile = Somebody else has changed it since you saw it, and your change does not go together with that. Look at it again.
refusal-call-not-kept = { $days ->
    [one] Calls are kept for one day here, and this one is older.
   *[other] Calls are kept for { $days } days here, and this one is older.
}
refusal-call-too-long = { $days ->
    [one] By these times the call would have lasted for more than one day. Check the clock of the phone system.
   *[other] By these times the call would have lasted for more than { $days } days. Check the clock of the phone system.
}
refusal-no-email = This user has no e-mail address to send an invitation to.
refusal-last-owner = This is the last active owner, and every organisation keeps one. Make somebody else an owner first.
refusal-protected-role = Owners can’t be deleted. Take the role back first.
refusal-oneself = You can’t do this to yourself. Ask another owner or administrator.
refusal-not-a-person = Only people can have this, and this user is not a person.
refusal-name-taken = This name is taken. Choose another.
refusal-already-member = This user is in the team already.
refusal-nothing-to-change = Nothing has changed yet.
refusal-no-identifier = Enter an e-mail address, a mobile number or a log-in name.
refusal-extension-taken = { $who } has this extension. Choose another.
refusal-extension-taken-unnamed = Somebody has this extension. Choose another.
refusal-extension-out-of-range = This extension is outside the organisation’s range.
refusal-has-extension = This user has an extension already. Unassign it first.
refusal-no-extension = This user has no extension.
refusal-number-taken = Somebody has this number. Choose another.
refusal-number-in-quarantine = This number was given back recently and is free again on { $until }.
refusal-number-exists = This number is in the list already.
refusal-not-a-mobile = A number can be linked only to a mobile number, and not to itself.
refusal-built-in-role = Built-in roles can’t be changed. Copy the role and change the copy.
refusal-permission-not-held = You don’t have the permission “{ $permission }” yourself, so you can’t give it.
refusal-live-call = This user is on a call. Try again when the call has ended.
refusal-routed-from = Calls are routed here from: { $places }. Route them elsewhere first.
refusal-routed-to = { $places ->
    [one] Calls are routed here from { $places } place. Route them elsewhere first.
   *[other] Calls are routed here from { $places } places. Route them elsewhere first.
}
refusal-team-disabled = This team is disabled. Enable it first.
refusal-successor-not-active = { $who } is not active, so nothing can be handed over. Choose somebody else.
refusal-successor-gone = Whoever it is handed over to is not there, or not active. Choose somebody else.
refusal-moment-over = This moment is over. Choose a later one.
refusal-not-a-member = This user is not in the team directly; a membership that a role brings ends with the role.
refusal-seats-in-use = { $taken ->
    [one] { $taken } seat is taken, so there can’t be fewer.
   *[other] { $taken } seats are taken, so there can’t be fewer.
}
refusal-not-restorable = This user can no longer be restored.
refusal-not-a-system-user = Only bridges, attendants, queues and services can have this.
refusal-call-over = This call has ended.
refusal-too-many = There can be at most { $max }.
refusal-target-loops = Calls would go round in circles. Choose another target.
refusal-repeated = The same entry is there twice.
refusal-owner-never-ends = An owner has no end date. Take the role back when the time comes.
refusal-mac-taken = Another phone has this hardware address.
refusal-too-old = This was done so long ago that it may have arrived before. Check, and do it again if it is missing.
refusal-not-an-owner = This user is not an owner of the whole organisation.
refusal-too-many-changes = This would change at least { $changes } entries at once, and { $max } is the most; one with a picture or much text counts as several. Do it in smaller steps: fewer people or fewer teams at a time. Of a role with more people than that, select them in the list of users: there any number can be added to a team, or have the role removed.

## Where the name of a licence or role is not known.

this-licence = this licence
this-role = chosen

## What is wrong with something that was typed.

value-empty = Fill this in.
value-too-long = { $max ->
    [one] Use at most { $max } character.
   *[other] Use at most { $max } characters.
}
value-too-short = { $min ->
    [one] Use at least { $min } character.
   *[other] Use at least { $min } characters.
}
value-invisible-character = Remove the invisible character in this text.
value-bad-character = Remove the character “{ $character }”.
value-not-an-email = Enter an e-mail address, such as ann@example.com.
value-not-a-domain = Enter a domain, such as example.com.
value-not-a-slug = Use lower-case letters, digits and hyphens only.
value-not-an-extension = Use two to eight digits.
value-not-a-language = Enter a language code, such as en or pt-BR.
value-not-a-time-zone = Enter a time zone, such as Europe/Berlin.
value-not-a-phone-number = Enter a phone number with its country code, such as +49 30 1234567.
value-not-a-mac-address = Enter a hardware address, such as 00:1b:44:11:3a:b7.
value-not-an-image = Use a PNG, JPEG or WebP picture of at most { $max } KiB.
value-out-of-range = Use a number between { $min } and { $max }.
value-not-a-range = The end comes before the start.
value-not-a-country = Enter a country code of two letters, such as DE.
value-easily-guessed = This is easy to guess. Choose something longer or less common.
value-not-a-date = Type a date such as 2026-12-25.
value-in-the-future = This is in the future.

## What a field is called.

field-email = E-mail
field-full-name = Name
field-position = Position
field-role = Role
field-scope = Where the role holds
field-licence = Licence
field-add-ons = Add-ons
field-team = Team
field-name = Name
field-language = Language
field-time-zone = Time zone
field-password = Password
field-code = Code
field-extension = Extension
field-mobile = Mobile number
field-login = Log-in name
field-number = Number
field-mac-address = Hardware address
field-permissions = Permissions
field-seats = Seats
field-rules = Answering rules
field-hours = Hours
field-avatar = Picture
field-members = Members
field-target = Target
field-display-numbers = Numbers to show
field-until = End
field-voicemail-pin = Voicemail PIN
field-offline-days = Days without contact
field-log-days = Days the audit log is kept
field-security-days = Days the security log is kept
field-country = Country
field-description = Description
field-kind = Kind
field-company = Company
field-phone-model = Phone model
field-publicity = Public or private
field-strategy = Order of ringing
field-ring-time = Time it rings
field-routing = Call routing
field-voicemail = Voicemail
field-mail-copy = Copies by e-mail
field-invitation-lifetime = Time an invitation holds
field-single-role = One role for each user
field-recycle-days = Days in the recycle bin
field-quarantine-days = Days a number rests
field-extra = Extra information
field-label = Label
field-phone-type = Type of phone
field-invite-without-plan = Invite people without a plan
field-managers-may-add = Managers add whom they can see
field-call-days = Days that calls are kept
field-service-seconds = Seconds in which a call is answered in time
field-call-time = Time of the call
field-off-boarding = Off-boarding
field-suspend-at = Suspended from
field-delete-after = Deleted after
field-invite-at = Invitation sent on

## What a permission lets somebody do.

permission-portal-login = Open this page
permission-profile-self = Edit one’s own profile
permission-callhandling-self = Set one’s own call handling
permission-queue-presence = Sign in to call queues
permission-directory-read = See the directory
permission-user-read = See all users
permission-user-invite = Invite users
permission-user-edit = Edit users
permission-user-identity = Change how users sign in
permission-user-suspend = Suspend users
permission-user-delete = Delete users
permission-user-reset-credentials = Reset passwords
permission-session-revoke = End sessions
permission-user-import = Import users
permission-user-export = Export users
permission-role-assign = Give roles
permission-role-manage = Manage roles
permission-permission-grant = Grant single permissions
permission-team-read = See teams
permission-team-manage = Manage teams
permission-team-members = Change who is in a team
permission-channel-manage = Manage channels
permission-licence-assign = Assign licences
permission-number-assign = Assign numbers
permission-device-manage = Manage phones
permission-callhandling-manage = Manage call handling
permission-system-user-manage = Manage system users
permission-contacts-shared = Manage shared contacts
permission-calls-read = See calls
permission-queue-supervise = Supervise queues
permission-audit-read = Read the audit log
permission-integration-manage = Manage integrations
permission-tenant-settings = Change the organisation’s settings
permission-billing-manage = Manage billing
