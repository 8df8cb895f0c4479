### Forgotten passwords, mailed links that set one, and what is said while a new one is typed.

forgot-sub = A link to choose a new one is sent to the e-mail address of your account.
forgot-sent-title = Check your mail
forgot-sent = If there is an account, a link is on its way to its e-mail address. It can be used once, within 24 hours.
forgot-nothing = Nothing there after a few minutes? Check your spam folder, or ask an administrator of your organisation.
forgot-again = Ask again
forgot-organisation-hint = Its short name, such as acme. Needed if the server has several organisations.
back-to-sign-in = Back to sign-in

password-link-over = It was used, has expired, or was replaced by a later one. Look for a later mail, or ask for another link.
password-send-another = Send another link
password-joined = Confirmed. You are in.
password-set = Your new password is set.
welcome-to = Welcome to { $organisation }
join = Join { $organisation }
choose-new-password = Choose a new password
password-welcome = Choose a password. You will sign in as { $email }.
password-reset = An administrator of { $organisation } asks for a new password for { $email }.
password-forgotten = You will sign in as { $email } with it.
password-recovery = The operator of this server lets { $email } back in to { $organisation }.
password-join = { $email } already has an account: confirm with its password.
password-pin-hint = Four to ten digits. You enter it on a phone to listen to your messages.
password-confirm = Confirm
password-set-and-sign-in = Set password and sign in

pin-digits-only = Use digits only.
pin-too-short = { $min ->
    [one] Use at least { $min } digit.
   *[other] Use at least { $min } digits.
}
pin-too-long = { $max ->
    [one] Use at most { $max } digit.
   *[other] Use at most { $max } digits.
}
pin-easily-guessed = This is easy to guess. Use digits that do not repeat or count up or down.

new-password-too-long = Use a shorter password.
new-password-hint = { $min ->
    [one] At least { $min } character. A few unrelated words are easy to remember and hard to guess.
   *[other] At least { $min } characters. A few unrelated words are easy to remember and hard to guess.
}
new-password-to-go = { $count ->
    [one] { $count } character to go.
   *[other] { $count } characters to go.
}
new-password-long-enough = Long enough. Longer is stronger.
