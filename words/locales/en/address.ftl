### The mailed links of a change of the sign-in address: one confirms it, the other stops it.

address-title = Your address
address-over = It was used, has expired, or the change of address was stopped or replaced by a later one. Your account page shows which address is in use.
address-confirm-title = Confirm your new address
address-confirm-sub = Once you confirm, you sign in with the new address, in every organisation that you belong to.
address-confirm = Confirm the new address
address-stop-title = Keep your address?
address-stop-sub = Somebody who knows your password asked to sign in with another address. If it wasn’t you, keep the old one.
address-stop = Keep the old address
address-old = Old address
address-new = New address
address-confirmed-title = Your address has changed
address-confirmed = From now on you sign in as { $new }. { $old } was notified and can undo this for a day.
address-confirmed-ordered = From now on you sign in as { $new }. If there was an address before it, that one was notified and can undo this for a day.
address-stopped-title = Your address stays
address-stopped = You sign in as { $old }. A password that somebody else may know no longer opens anything: if yours doesn’t sign you in, choose a new one.
