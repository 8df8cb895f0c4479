### Deleted users that can still be restored.

bin-search = Search the recycle bin
bin-search-hint = Search name, e-mail, log-in name
bin-found = { $count ->
    [one] { $count } deleted user
   *[other] { $count } deleted users
}
bin-kept = { $count ->
    [one] { $count } deleted user
   *[other] { $count } deleted users
} · { $days ->
    [one] kept for { $days } day
   *[other] kept for { $days } days
}
bin-off = Deleted users are not kept: the organisation’s policy keeps them for 0 days.
bin-empty-title = The recycle bin is empty
bin-empty-sentence = Users that are deleted come here, as long as the organisation’s policy keeps them.
bin-detail = Deleted user
bin-gone-title = Not in the recycle bin
bin-gone-sentence = This user was restored, or its time is over.

## What is shown of one.

bin-deleted = Deleted
bin-by = Deleted by
bin-until = Kept until
bin-restorable = Comes back
bin-state = { $state ->
    [whole] Completely
    [partly] In part
   *[not] Not now
}
bin-back = Comes back
bin-not-back = Does not come back
bin-signs-in = Known as
bin-numbers = Numbers
bin-phones = Phones
bin-phones-count = { $count ->
    [one] { $count } phone
   *[other] { $count } phones
}
bin-role-in = { $role } in { $team }
bin-lost = { $what }: no longer available.
bin-lost-to = { $what }: { $who } has it now.
bin-lost-extension = Extension { $extension }
bin-lost-number = Number { $number }
bin-lost-seat = { $licence }: no seat is left.
bin-lost-licence = A licence that is no longer in stock.

## Restoring.

bin-restore = Restore
bin-restore-title = { $count ->
    [one] Restore { $name }?
   *[other] Restore { $count } users?
}
bin-back-line = Comes back: { $all }.
bin-back-partly = { $count ->
    [one] Does not get everything back: { $names }.
   *[other] Do not get everything back: { $names }.
}
bin-restore-means = Passwords and PINs were deleted for good. Restored people are prepared: invite them when they are to come back.
bin-restored = { $count ->
    [one] { $name } was restored.
   *[other] { $count } users were restored.
}
bin-restored-later = { $count ->
    [one] { $name } will be restored when you are back online.
   *[other] { $count } users will be restored when you are back online.
}
