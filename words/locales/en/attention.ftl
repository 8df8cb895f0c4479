### What needs a decision.

attention-sub = What would be good to look at, and where to do something about it.
attention-nothing-title = Nothing needs you
attention-nothing = No decision is waiting. This page tells you when one does.
attention-show = { $count ->
    [one] Show it
   *[other] Show all { $count }
}
attention-what = { $what ->
    [one_owner] { $count ->
        [one] Only one active owner
       *[other] Only one active owner
    }
    [no_seat] { $count ->
        [one] One licence has no seat left
       *[other] { $count } licences have no seat left
    }
    [expired] { $count ->
        [one] { $count } invitation has expired
       *[other] { $count } invitations have expired
    }
    [expiring] { $count ->
        [one] { $count } invitation expires soon
       *[other] { $count } invitations expire soon
    }
    [prepared] { $count ->
        [one] { $count } person is prepared and not invited
       *[other] { $count } people are prepared and not invited
    }
    [undelivered] { $count ->
        [one] { $count } mail did not arrive
       *[other] { $count } mails did not arrive
    }
    [no_phone] { $count ->
        [one] { $count } active person has no phone
       *[other] { $count } active people have no phone
    }
    [away] { $count ->
        [one] { $count } person has not signed in for 90 days
       *[other] { $count } people have not signed in for 90 days
    }
    [no_members] { $count ->
        [one] { $count } team takes calls and has no members
       *[other] { $count } teams take calls and have no members
    }
    [disabled] { $count ->
        [one] Calls go to { $count } disabled team
       *[other] Calls go to { $count } disabled teams
    }
    [unused_role] { $count ->
        [one] { $count } role is held by nobody
       *[other] { $count } roles are held by nobody
    }
    [direct] { $count ->
        [one] { $count } person has permissions without a role
       *[other] { $count } people have permissions without a role
    }
    [put_off] { $count ->
        [one] { $count } order could not be carried out
       *[other] { $count } orders could not be carried out
    }
    [leaving] { $count ->
        [one] { $count } person leaves within a week
       *[other] { $count } people leave within a week
    }
   *[ending] { $count ->
        [one] Rights of { $count } person end within a week
       *[other] Rights of { $count } people end within a week
    }
}
attention-why = { $what ->
    [one_owner] If that person is lost, nobody can administer everything. Give a second person the role Owner.
    [no_seat] Nobody else can be given it. Get more seats, or take one back from who makes no use of it.
    [expired] These people can’t come in any more. Send the invitation again, or withdraw it.
    [expiring] A reminder by telephone may help, or send it again.
    [prepared] They take seats already. Invite them, or give the seats back.
    [undelivered] The address may be wrong. Correct it, and send the mail again.
    [no_phone] Without an extension or a device they can neither make nor take calls.
    [away] Who has left takes a seat and could still come in. Ask, suspend or off-board them.
    [no_members] Nobody is rung. Add members, or send the calls elsewhere.
    [disabled] Callers reach nobody there. Enable the team, or send the calls elsewhere.
    [unused_role] Give it to somebody, or delete it.
    [direct] They are easily forgotten. A role says the same for everybody who needs it.
    [put_off] Somebody was to leave or to be invited. It is tried again; the reason stands there.
    [leaving] Look whether everything is handed over.
   *[ending] Prolong what is still needed.
}
