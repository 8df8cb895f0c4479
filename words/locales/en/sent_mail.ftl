### Sent mail, where there is no mail server, and mail that could not be delivered.

mail-sub = This server has no mail server, so its mails are kept here.
mail-none-title = No mail yet
mail-none = Invitations and links that are sent appear here.
mail-masked = Links and codes are hidden: they are for the recipient only.
mail-to = To { $email }

