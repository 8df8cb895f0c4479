### Accepting an invitation.

invitation-expired-title = This invitation has expired
invitation-expired = Ask an administrator of { $organisation } to send it again.
invitation-used-title = This invitation was accepted
invitation-used = You are already a user of { $organisation }. Sign in with your password.
invitation-ended-title = This invitation is no longer valid
invitation-ended = It was withdrawn, or a newer one was sent. Look for a later mail, or ask an administrator of { $organisation }.
invitation-locked-title = This invitation is locked
invitation-locked = A wrong code was entered too often. Ask an administrator of { $organisation } to send the invitation again.
invitation-unknown-title = This link leads to no invitation
invitation-unknown = Check that you copied the whole link from the mail, or ask an administrator to send the invitation again.

accept-code-sub = Enter the code from the mail to { $email }.
accept-code-handed = Enter the code that you were given with the link.
accept-code-length = { $count ->
    [one] The code has { $count } character.
   *[other] The code has { $count } characters.
}
accept-about-you = About you
accept-sign-in-as = You will sign in as { $email }.
accept-known-title = Sign in to join
accept-known = { $email } already has an account.
accept-known-password = The password of your account.
accept-join = Join
accept-welcome = You are in, and you can make and take calls now.
accept-open = Open the directory
