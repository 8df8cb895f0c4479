### Those who have not come in yet.

invitations-search = Search name, e-mail
invitations-empty-title = Nobody is waiting
invitations-empty-sentence = Everybody who was added has come in, or none was added yet.
invitations-soon = Expires soon
invitations-sent = Sent
invitations-by = Invited by
invitations-expires = Expires
invitations-revoke-title = { $count ->
    [one] Withdraw the invitation of { $name }?
   *[other] Withdraw { $count } invitations?
}
invitations-revoke-means = The code and the link in the mail stop working. Prepared people keep their seats and can be invited again.
invitations-revoked = { $count ->
    [one] The invitation of { $name } was withdrawn.
   *[other] { $count } invitations were withdrawn.
}
invitations-earlier = Codes and links that were mailed before stop working.
invitations-send = Send
invitations-show = Show in Users
invitations-sent-times = { $count ->
    [one] Sent { $when }
   *[other] Sent { $count } times, last { $when }
}
invitations-scheduled = Planned
invitations-send-now = Send now
invitations-schedule = Send at a time…
invitations-reschedule = Change the time…
invitations-call-off = Call off
invitations-schedule-title = Invitation of { $name }
invitations-schedule-note = The server sends the mail at this moment, also when nobody is signed in.
invitations-scheduled-said = The invitation is planned.
invitations-called-off = The invitation of { $name } is not sent by itself any more.
invitations-goes-out = Goes out { $when }
invitations-due = Goes out
invitations-due-by = { $when }, planned by { $by }
