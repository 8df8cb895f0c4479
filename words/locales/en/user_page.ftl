### The page of a user: its head, its tabs, and what is known of it.

user-tabs = Parts of this user
user-tab-profile = Profile
user-tab-access = Access
user-tab-telephony = Telephony
user-tab-answering = Answering rules
user-tab-voicemail = Voicemail
user-tab-activity = Activity
user-tab-advanced = Advanced
user-extension = Extension { $extension }
user-on-call = On a call
user-called = Name
user-system-note = What is shown of it in the directory.

## What is known of a person.

user-profile = Personal information
user-profile-note = Language, time zone and country are the organisation’s where nothing is entered.
user-sign-in = Sign-in
user-sign-in-note = Addresses, mobile numbers and log-in names. Empty a field to remove it.
user-sign-in-saved = Sign-in saved.
user-add-email = Add e-mail
user-add-mobile = Add mobile number
user-add-login = Add log-in name
user-no-team = In no team.
user-extra-note = Whatever else your organisation keeps about a user, such as a staff number.
user-extra-none = Nothing yet.
user-extra-name = Name
user-extra-value = Value
user-extra-add = Add information
user-extra-remove = Remove this information
user-extra-saved = Extra information saved.
user-extra-restored = The extra information is as it was.

## What a user may do.

user-roles = Roles
user-roles-note = A role says what may be done; where it holds, in which part of the organisation.
user-no-role = No role.
user-give-role = Give a role
user-replace-roles = Replace all roles
user-permissions = Single permissions
user-permissions-note = Advised against: nobody sees later what they were for. A role says so, and changes for everybody who has it.
user-no-permission = None, as it should be.
user-give-permission = Give a permission
user-permission = Permission
user-choose-permission = Choose a permission
user-permission-advice = A role is nearly always better: it has a name, says what it is for, and is changed once for everybody who has it.
user-place-own = For the person alone
user-place-everywhere = In the whole organisation
user-place-team = In { $team }
user-grant-ended = Has ended
user-grant-until = Until { $day }
user-grant-provisioned = Set by provisioning
user-grant-change-end = Change when “{ $name }” ends
user-take = Take “{ $name }”
user-take-title = Take “{ $what }” from { $who }?
user-take-yes = Take it
user-taken = Taken.
user-give-role-title = Give { $who } a role
user-replace-title = Replace the roles of { $who }
user-give-permission-title = Give { $who } a single permission
user-end-title = When “{ $name }” ends
user-until = Until the end of
user-until-hint = Empty: it does not end by itself.
user-give-yes = Give
user-replace-yes = Replace
user-given = Given.
user-roles-replaced = Roles replaced.
user-end-changed = End changed.
user-rights = Effective rights
user-rights-note = Everything this user may do, where, and what gives it the right.
user-no-rights = May do nothing.
user-rights-rest = These rights rest until the user is active.
user-right-through = Through { $because }
user-because-direct = a single permission
user-because-in-team = { $role } inside { $team }

## How a user is reached.

user-extension-note = { $own ->
    [yes] The number by which colleagues dial you, and what rings there.
   *[no] The number by which colleagues dial this user, and what rings there.
}
user-no-extension = No extension.
user-extension-saved = Extension saved.
user-unassign = Take the extension back
user-unassign-title = Take extension { $extension } from { $who }?
user-unassign-question = { $own ->
    [yes] Nobody reaches you by it any more, and it is free for others.
   *[no] Nobody reaches this user by it any more, and it is free for others.
}
user-unassign-yes = Take it back
user-unassigned = Extension taken back.
user-numbers = Numbers
user-numbers-note = { $own ->
    [yes] Numbers from the inventory that only you hold.
   *[no] Numbers from the inventory that only this user holds.
}
user-no-number = No number.
user-assign-number = Assign a number
user-assign-title = Assign { $who } a number
user-assign = Assign
user-choose-number = Choose a number
user-no-free-number = No number is free. Add one to the inventory first.
user-number-of-kind = { $number } — { $kind }
user-number-labelled = { $number } — { $kind }, { $label }
user-number-assigned = { $number } assigned.
user-rings-too = { $mobile } rings too
user-rings-off = { $mobile } is switched off
user-link-mobile = Mobile that rings with { $number }
user-link-title = Mobile that rings with { $number }
user-link-note = When the number is called, this mobile rings along with the phones.
user-link-on = Rings at the moment
user-link-saved = Mobile saved.
user-take-number = Take { $number } back
user-take-number-title = Take { $number } from { $who }?
user-take-number-question = It rests for a while before somebody else can get it, so that old callers don’t reach a stranger.
user-take-number-yes = Take it back
user-number-taken = Number taken back.
user-shown-note = { $own ->
    [yes] What others see when you call: your own numbers, and those of groups.
   *[no] What others see when this user calls: its own numbers, and those of groups.
}
user-shows-none = No number chosen.
user-nothing-to-show = There is no number yet that it could show.
user-shown-saved = Numbers to show saved.
user-phones = Phones
user-phones-note = { $own ->
    [yes] The devices that ring for you. Their passwords stay on the server.
   *[no] The devices that ring for this user. Their passwords stay on the server.
}
user-no-phone = No phone. A user without one can’t be called.
user-phone-unnamed = Phone of the extension
user-phone-example = Yealink T54W
user-rings-at = Rings at extension { $extension }
user-no-line = Rings at no extension
user-add-phone = Add phone
user-add-phone-title = Add a phone for { $who }
user-edit-phone = Edit { $phone }
user-edit-phone-title = Edit phone
user-phone-added = Phone added.
user-phone-saved = Phone saved.
user-remove-phone = Remove { $phone }
user-remove-phone-title = Remove { $phone }?
user-remove-phone-question = It stops ringing, and its password is forgotten. Adding it again makes a new one.
user-remove-phone-yes = Remove phone
user-phone-removed = Phone removed.

## What happens when a user is called.

user-rules-note = The first rule that fits decides. Drag a rule by its handle, or move it with the arrow keys. Without rules the phones ring, then the voicemail answers where it is on.
user-no-rule = No rule: the phones ring.
user-rule-add = Add rule
user-rule-edit = Edit rule
user-rule-remove = Remove rule
user-rule-removed = Rule removed.
user-rule-moved = Rule moved.
user-rule-now = Rule { $place } of { $count }
user-rule-handle = Move rule { $place }
user-rule-handle-hint = Drag, or use the arrow keys
user-rule-up = Move up
user-rule-down = Move down
user-rules-saved = Answering rules saved.
user-rule-when = When
user-rule-action = Then
user-rule-seconds = Seconds to ring
user-rule-target = To
user-rule-day = Day
user-rule-from = From
user-rule-to = Until
user-rule-add-day = Add hours
user-rule-remove-day = Remove these hours
user-when-always = Always
user-when-busy = Busy
user-when-no-answer = No answer
user-when-unreachable = Unreachable
user-when-hours = At certain hours
user-action-ring = Ring the phones
user-action-forward = Forward the call
user-action-voicemail = Voicemail
user-action-reject = Reject the call
user-choose-target = Choose where to
user-target-outside = A phone number
user-target-at = { $name } ({ $extension })
user-day = { $day ->
    [monday] Monday
    [tuesday] Tuesday
    [wednesday] Wednesday
    [thursday] Thursday
    [friday] Friday
    [saturday] Saturday
   *[sunday] Sunday
}
user-ringing = What would ring now
user-ringing-note = { $own ->
    [yes] Were you called at this moment.
   *[no] Were this user called at this moment.
}
user-dialled = Called at
user-not-dialled = { $own ->
    [yes] Nobody can call you: you have neither an extension nor a number.
   *[no] Nobody can call this user: it has neither an extension nor a number.
}
user-step-at-once = At once
user-step-after = { $count ->
    [one] After { $count } s
   *[other] After { $count } s
}
user-step-rings = { $count ->
    [one] { $who } rings for { $count } second
   *[other] { $who } rings for { $count } seconds
}
user-step-rejected = The call is rejected
user-step-skipped = { $why ->
    [closed] { $who } is closed
    [holiday] { $who } is closed for a holiday
    [disabled] { $who } is disabled
    [not_routed] { $who } takes no calls
    [nobody_available] Nobody of { $who } is available
    [not_active] { $who } is not active
    [busy] { $who } is on a call
    [unreachable] { $who } has no phone
    [not_assigned] { $who } is not assigned
   *[goes_round] { $who } had the call before
}
user-voicemail-note = { $own ->
    [yes] Only you know the PIN. You set it further below.
   *[no] Only the user knows the PIN, and sets it on its own page or with the link of the welcome mail.
}
user-voicemail-on = Take messages
user-voicemail-on-note = When nobody answers, or a rule says so.
user-voicemail-copy = Send copies by e-mail
user-voicemail-copy-note = { $own ->
    [yes] Each message comes to your e-mail address too.
   *[no] Each message comes to the user’s e-mail address too.
}
user-voicemail-saved = Voicemail saved.
user-sends-to = Sends calls to
user-no-target = Nowhere: it answers itself

## What was done about a user.

user-history-note = Who changed what, newest first. The log is kept on the server.
user-history-none-title = Nothing yet
user-history-none = Nothing was done about this user that you may see.

## What is done seldom.

user-credentials = Credentials
user-access-now = Access
part-delete = Delete
user-leaving = Leaving
user-data = Data
user-data-note = All that there is about this user, as a file.
user-welcome = Send welcome mail
user-hand-over-note = A link and a code, or a temporary password, shown to you once: for somebody without a mailbox.
user-welcome-note = A link by which the user sets password and voicemail PIN.
user-welcome-title = Send { $who } the welcome mail?
user-welcome-yes = Send mail
user-welcome-sent = Welcome mail sent.
user-force-reset = Force a new password
user-force-reset-note = The old password stops working, all sessions end, and a mail asks for a new one.
user-force-reset-title = Force a new password for { $who }?
user-force-reset-yes = Force new password
user-force-reset-done = A new password is asked for.
user-end-sessions = End sessions
user-end-sessions-note = Signs the user out on every device. It can sign in again.
user-end-sessions-title = End the sessions of { $who }?
user-end-sessions-yes = End sessions
user-sessions-ended = Sessions ended.
user-activate-note = Makes a user active who only has a phone and needs neither link nor password.
user-suspend-note = Ends access until you reactivate the user. Everything else is kept; the seats are free meanwhile.
user-reactivate-note = Gives access back, and takes the seats again.
user-reset = Reset
user-reset-note = For a successor: extension, numbers and teams stay, the person goes.
user-reset-title = Reset { $who }?
user-reset-loses = Name, password and voicemail PIN are deleted; the user is prepared and can be invited again.
user-reset-yes = Reset user
user-reset-done = The user was reset.
user-off-board-note = Suspends the user now or on a day, hands over numbers, calls and teams, and deletes the user later if you wish.
user-delete-note = The user goes with everything that is its own.
user-loses-grants = { $count ->
    [one] Loses { $roles }.
   *[other] Loses { $roles }.
}
user-loses-phones = { $count ->
    [one] { $count } phone is removed.
   *[other] { $count } phones are removed.
}
user-loses-voicemail = The voicemail is deleted with its messages.
user-loses-routes = { $count ->
    [one] { $routes } sends calls to it, and sends them nowhere then.
   *[other] { $routes } send calls to it, and send them nowhere then.
}
user-restorable = It can be restored until { $day }.
