### The list of users.

users-active-count = { $count ->
    [one] { $count } active user
   *[other] { $count } active users
}
users-active-in = { $count ->
    [one] { $count } active user in { $organisation }
   *[other] { $count } active users in { $organisation }
}
users-no-seat = Every licence seat is taken. Free a seat to invite, or prepare users without a licence.
users-licences = Licences
users-waiting = { $count ->
    [one] { $count } prepared user is waiting for an invitation.
   *[other] { $count } prepared users are waiting for an invitation.
}
users-select-to-send = Select to send
users-search = Search users
users-search-hint = Search name, e-mail, number, team

## Which users it shows.

users-filter-state = Filter by state
users-filter-kind = Kind
users-filter-no-system = No system users
users-any-role = Any role
users-any-team = Any team
users-any-licence = Any licence
users-hide-system = Hide system users
users-system-none = There are none in this list
users-system-count = { $count ->
    [one] { $count } bridge, attendant, queue or service
   *[other] { $count } bridges, attendants, queues and services
}

## How it is sorted.

users-state = State
users-added = Added
users-last-sign-in = Last sign-in

## The table.

users-found = { $count ->
    [one] { $count } user found
   *[other] { $count } users found
}
users-invitation-expires = The invitation expires { $when }.
users-invitation-expired = The invitation expired { $when }.
users-single-permissions = { $count ->
    [one] { $count } single permission
   *[other] { $count } single permissions
}
users-loading = Loading the users
users-empty-title = No users yet
users-empty-sentence = Invite the first person, or import a list.
users-nobody-title = Nobody found
users-nobody-sentence = No user matches this search and these filters.

## One user beside the list.

users-detail = User details
users-gone-title = No such user
users-gone-sentence = This user was deleted, or you may not see it.
users-you = You
users-teams = Teams
users-country = Country
users-invitation = Invitation
users-expires = Expires { $when }
users-expired-resend = Expired { $when }. Send it again to let this person in.
users-send-again = Send again

## What can be done to one user.

users-show-details = Show details
users-resend = Send invitation again
users-revoke = Withdraw invitation
users-edit = Edit profile
users-change-licence = Change licence
users-suspend = Suspend
users-reactivate = Reactivate
users-activate = Activate
users-off-board = Off-board…
users-delete = Delete
users-revoked = Invitation withdrawn. { $name } is prepared and keeps the seat.
users-suspended = { $name } is suspended.
users-reactivated = { $name } is active again.
users-activated = { $name } is active.
users-deleted = { $name } is being deleted.

## The question before something is done.

ask-offline = This is done when you are back online; until then it is marked as pending.
ask-gone = A user who no longer exists
ask-more = and { $count } more
ask-left-out = Left out: { $count }
users-download-data = Download data
user-open = Open
account-download-data = Download my data
invitation = Your invitation
export = Export
undelivered-again =
    { $what ->
        [invitation] The invitation has not been delivered yet.
        [password] The link to set a password has not been delivered yet.
       *[address] The link about the sign-in address has not been delivered yet.
    } { $reason ->
        [refused] The mail server refused it: check the address.
        [unavailable] The mail server can’t be reached.
       *[over_budget] Too many mails were sent recently.
    } The next attempt is on { $at }.
undelivered-for-good =
    { $what ->
        [invitation] The invitation could not be delivered.
        [password] The link to set a password could not be delivered.
       *[address] The link about the sign-in address could not be delivered.
    } { $reason ->
        [refused] The mail server refused it: check the address.
        [unavailable] The mail server can’t be reached.
       *[over_budget] Too many mails were sent recently.
    }
hand-over = Hand over sign-in…
users-filter-phone = Phone
users-no-phone = Without a phone
users-any-kind = Any kind
user-kind-person = Person
user-kind-service = Service
user-kind-bridge = Conference bridge
user-kind-attendant = Auto attendant
user-kind-queue = Call queue
users-numbers = Numbers
users-assign = Assign
users-assign-to = Assign an extension to { $name }
users-unassign-from = Take extension { $extension } from { $name }
users-give-extension = Assign extension…
users-take-extension = Take the extension back…
users-need = Needs a decision
users-any-need = Anything
users-need-of = { $need ->
    [away] Has not signed in for 90 days
    [direct] Has permissions without a role
    [ending] Rights end within a week
    [leaving] Leaves within a week
   *[put_off] Order not carried out
}
users-add-more = More to add
