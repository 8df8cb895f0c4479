### How the sync stands: the word on the pill, and the sentence behind it.

sync-not-saved = Not being saved!
sync-signed-out = Signed out
sync-no-access = No access
sync-update-needed = Update needed
sync-intercepted = Network in the way
sync-slowed = Slowed down
sync-offline = Offline
sync-connecting = Connecting…
sync-syncing = Syncing…
sync-saved = Saved

## While changes wait.

sync-intercepted-waiting = { $count ->
    [one] Network in the way – { $count } change waiting
   *[other] Network in the way – { $count } changes waiting
}
sync-slowed-waiting = { $count ->
    [one] Slowed down – { $count } change waiting
   *[other] Slowed down – { $count } changes waiting
}
sync-offline-waiting = { $count ->
    [one] Offline – { $count } change waiting
   *[other] Offline – { $count } changes waiting
}

## The same where there is little room.

sync-short-waiting = { $word } · { $count }

## What it means.

sync-connecting-meaning = Asking the server what is new.
sync-syncing-meaning = { $count ->
    [one] { $count } change is on its way to the server.
   *[other] { $count } changes are on their way to the server.
}
sync-saved-meaning = Everything has reached the server.
sync-saved-since-meaning = Everything has reached the server, which last answered { $when }.
sync-offline-meaning = You can go on working; changes are sent when you are back online.
sync-offline-waiting-meaning = Your changes are kept on this device and sent automatically when you are back online.
sync-slowed-meaning = The server is busy and asked for a pause. Nothing is lost; syncing resumes by itself.
