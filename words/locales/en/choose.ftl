### Choosing an organisation, and what to do when there is none to choose.

choose-title = Choose an organisation
choose-sub = { $email } belongs to several. You can switch later.
choose-password-title = A new password is needed
choose-password-needed = A new password is needed to open { $organisations }. A link to choose one was sent to { $email }.
choose-send-again = Send the link again
choose-sent = Another link is on its way.
choose-other-title = Sign in another way
choose-other = To open { $organisations }, sign out and use another identifier to sign in: your e-mail address, mobile number or log-in name.
choose-none-title = No organisation
choose-none = Your account belongs to no organisation at the moment. Ask an administrator to invite you, then sign in again.
choose-no-portal-title = No access to the portal
choose-no-portal = You have a phone at { $organisations }, but your role does not open the portal. Ask an administrator if you need it.
choose-unavailable-title = Try again in a moment
choose-unavailable = { $organisations } can’t be opened at the moment. Nothing is lost, and this page keeps trying.
