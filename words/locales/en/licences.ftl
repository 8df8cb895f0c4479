### Plans, add-ons and their seats.

licences-plans = Plans
licences-new = New licence
licences-edit = Name and seats
licences-remove = Remove
licences-holders = Show holders
licences-kind = { $kind ->
    [plan] Plan
   *[add_on] Add-on
}
licences-seats-hint = Leave it empty for no limit.
licences-empty-title = No licences yet
licences-empty-sentence = Without a plan here, nobody needs one, and no seats are counted.
licences-back = Seats that could come back
licences-back-group = { $group ->
    [expired] { $count ->
        [one] { $count } invitation expired
       *[other] { $count } invitations expired
    }
    [prepared] { $count } prepared, not invited yet
    [never] { $count } active, never signed in
   *[invited] { $count } invited, not here yet
}
licences-back-take = Take the licence away…
licences-back-question = They can be invited again later; then they need a seat again.
licences-suspended = { $count ->
    [one] { $count } suspended user has it without taking a seat.
   *[other] { $count } suspended users have it without taking a seat.
}
licences-remove-title = Remove { $name }?
licences-remove-means = Nobody has it, and nobody can be given it any more.
licences-removed = { $name } was removed.
licences-seats-wrong = Enter a whole number.
