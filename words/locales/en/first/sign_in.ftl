### Signing in, again after a session has ended, and signing out.

sign-in-sub = The people directory of your phone system.
sign-in-again = Sign in again
sign-in-again-note = Your session has ended. What you did since then is kept on this device and sent once you have signed in.
sign-in-offline = Signing in needs the network, and the server can’t be reached. Check the connection and try again.
sign-in-change = The password is temporary. Choose your own; from then on it signs you in.
sign-in-organisation-hint = Only if somebody handed you a link or a password: its short name, such as acme.
sign-in-demo = This is a demo. Its administrator signs in as:
sign-in-use-demo = Use the demo sign-in

sign-out-title = Sign out?
sign-out-deletes = The directories of all your organisations are deleted from this device.
sign-out-loses-pending = { $count ->
    [one] { $count } change has not reached the server and will be lost.
   *[other] { $count } changes have not reached the server and will be lost.
}
sign-out-loses-refused = { $count ->
    [one] { $count } refused change in your inbox will be lost.
   *[other] { $count } refused changes in your inbox will be lost.
}
sign-out-question = You can sign in again whenever you are online.
sign-out-losing-question = Some of your work would be lost.
sign-out-losing = Sign out and lose it

## When the device has been without contact for too long.

expired-title = Go online first
expired-sentence = This device has been without contact with the server for longer than your organisation allows, so the directory is not shown. Your unsynced work is kept.
expired-since = The last contact was on { $synced }. This device has been without contact with the server for longer than your organisation allows, so the directory is not shown. Your unsynced work is kept.
