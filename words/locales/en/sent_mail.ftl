### Sent mail, where there is no mail server, and mail that could not be delivered.

mail-sub = This server has no mail server, so its mails are kept here.
mail-none-title = No mail yet
mail-none = Invitations and links that are sent appear here.
mail-masked = Links and codes are hidden: they are for the recipient only.
mail-to = To { $email }

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
