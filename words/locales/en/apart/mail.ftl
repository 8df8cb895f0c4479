### What the mails say.

mail-hello = Hello,
mail-hello-name = Hello { $name },
mail-ignore = If you did not expect this mail, ignore it: nothing happens.
mail-link-once = The link can be used once, for 24 hours.

mail-invitation-subject = Invitation to { $organisation }
mail-invitation-from = { $inviter } invites you to join { $organisation }.
mail-invitation = You are invited to join { $organisation }.
mail-your-code = Your code:
mail-enter-code = Open this page and enter the code:
mail-open-invitation = Open the invitation
mail-then-enter-code = On the page, enter the code.
mail-code-until = The code can be used once, until { $until }. After that, ask for another.

mail-choose-password = Choose a password
mail-confirm = Confirm
mail-welcome-subject = Welcome to { $organisation }
mail-welcome = Welcome to { $organisation }. Choose your password.
mail-reset-subject = New password for { $organisation }
mail-reset = An administrator of { $organisation } asks you to choose a new password.
mail-forgotten-subject = Choose a new password
mail-forgotten = Somebody, probably you, asked for a new password for { $address }.
mail-recovery-subject = Access to { $organisation }
mail-recovery = The operator of the server gives you access to { $organisation } again. Choose a new password.
mail-join-subject = Join { $organisation }
mail-join = { $organisation } wants to add your account. Confirm with your password that you agree.

mail-address-confirm-subject = Confirm your new address
mail-address-confirm = You asked to sign in to the account { $old } with this address from now on. Confirm that it is yours.
mail-address-confirm-first = You asked to sign in to your account with this address from now on. Confirm that it is yours.
mail-address-ordered = { $organisation } entered this address for you. Your account is signed in to with it from now on, once you confirm that it is yours.
mail-address-confirm-act = Confirm the address
mail-address-confirm-otherwise = If you did not expect this mail, ignore it: nothing changes.
mail-address-stop-subject = Your address is about to change
mail-address-stop = Your account will be signed in to with { $new } instead of { $old }, once that address is confirmed. If you do not want this, stop it within a day, even after it was confirmed.
mail-address-stop-act = Stop the change
mail-address-stop-otherwise = If you asked for it, there is nothing to do.

# A moment: day and year are text, the month a number, the zone its abbreviation.
mail-moment = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 } { $year }, { $time } { $zone }
