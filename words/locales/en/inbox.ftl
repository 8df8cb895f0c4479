### The inbox: refused work, work that waits, work that is done, and unsynced work as a file.

inbox-sub = Work that was refused or met somebody else’s, and work on its way to the server.
inbox-empty-title = All done
inbox-empty = Everything has reached the server, and nothing was refused.

refused-title = Needs you
refused-clash = Another copy of this browser profile used the same number for something else, so this was not done.
refused-keep = Keep as prepared, without licence
refused-kept = Kept as prepared, without the licence.
refused-retrying = Trying again.
refused-edit = Edit…
refused-discard = Discard
refused-because = { $count ->
    [one] { $count } later change was refused because of it
   *[other] { $count } later changes were refused because of it
}

merged-reason = { $count ->
    [one] Somebody changed this field after you saw it. It stays as it is until you decide; the rest of your change is done.
   *[other] Somebody changed these fields after you saw them. They stay as they are until you decide; the rest of your change is done.
}
merged-gone = What this is about no longer exists.
merged-mine = Yours
merged-theirs = As it is now
merged-by = Changed by { $who }, { $when }
merged-by-you = Changed by you elsewhere, { $when }
merged-by-program = Changed by a program, { $when }
merged-by-somebody = Changed by somebody else
merged-use-mine = Use mine
merged-keep-theirs = Keep theirs
merged-mine-used = Your values go in.

waiting-title = Waiting to sync
waiting-may-be-refused = May be refused: { $reasons }
waiting-on-its-way = On its way
waiting-here = On this device
more-changes = { $count ->
    [one] and { $count } more change.
   *[other] and { $count } more changes.
}

done-title = Just synced
done-applied = Applied
done-differently = Applied, but not as shown
done-differently-note = Somebody changed it first. The list of users shows how it is now.

carry-title = On another device
carry-sub = Work that has not reached the server can be saved as a file and imported wherever you are signed in. Nothing is done twice.
carry-save = Save as a file
carry-save-offer = Save unsynced work
carry-import = Import a file…
carry-file = File of unsynced work
carry-unreadable = The file could not be read. Choose it again.
carry-not-work = This file holds no unsynced work of { -brand }.
carry-not-own = This file was not saved by one of your own devices with this account, or it was changed since. It is not imported, because it could do things in your name. Save the work again on the device where it was done.
carry-other-tenant = This file belongs to another organisation, so it can’t be used here.
carry-other-user = This file belongs to another user, so it can’t be used here.
carry-newer = This file was saved by a newer version of { -brand }. Reload this page and try again.
carry-older = This file was saved by an older version of { -brand }. Reload the page where it was saved, and save it again there.
carry-question-title = Import this file?
carry-question = { $count ->
    [one] The file was saved on { $saved }. It has { $count } change that is not here yet and will be made in your name:
   *[other] The file was saved on { $saved }. It has { $count } changes that are not here yet and will be made in your name:
}
carry-yes = { $count ->
    [one] Import { $count } change
   *[other] Import { $count } changes
}
carry-imported = { $count ->
    [one] { $count } change imported.
   *[other] { $count } changes imported.
}
carry-nothing-new = Nothing in the file is new here.
carry-known = { $count ->
    [one] { $count } change in the file was here already.
   *[other] { $count } changes in the file were here already.
}
carry-refused = { $count ->
    [one] { $count } refused change in the file stays where it was refused.
   *[other] { $count } refused changes in the file stay where they were refused.
}
