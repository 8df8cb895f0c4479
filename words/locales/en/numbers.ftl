### The numbers of the organisation.

numbers-search = Search numbers
numbers-search-hint = Search number, label, holder
numbers-found = { $count ->
    [one] { $count } number
   *[other] { $count } numbers
}
numbers-empty-title = No numbers yet
numbers-empty-sentence = Add the numbers that your phone company gave you.
numbers-detail = Number details
numbers-gone = No such number

## What is shown of a number.

numbers-state = { $state ->
    [free] Free
    [assigned] Assigned
    [quarantine] In quarantine
   *[routed] Routed
}
numbers-holder = Holder
numbers-last-holder = Last holder
numbers-linked = Linked mobile
numbers-rests = Free again { $when }

## What can be done to it.

numbers-add = Add numbers
numbers-edit = Edit number
numbers-assign = Assign
numbers-take = Take back
numbers-release = End quarantine
numbers-link = Link a mobile
numbers-link-on = Switch the link on
numbers-link-off = Switch the link off
numbers-route = Send its calls to…
numbers-remove = Remove

## Adding them.

numbers-one = One
numbers-range = A range
numbers-list = A list
numbers-first = First number
numbers-last = Last number
numbers-pasted = Numbers, one in each line
numbers-national = A number without a country code is taken as one of { $country }.
numbers-will-add = { $count ->
    [one] { $count } number will be added.
   *[other] { $count } numbers will be added.
}
numbers-added = { $count ->
    [one] { $count } number added.
   *[other] { $count } numbers added.
}

## Forms and questions.

numbers-assign-title = Assign { $number }
numbers-to-whom = To whom
numbers-assigned = { $number } is assigned to { $name }.
numbers-link-title = Mobile linked to { $number }
numbers-link-hint = Calls to the number ring there too. Leave it empty for no link.
numbers-link-rings = The mobile rings
numbers-route-title = Calls to { $number }
numbers-route-hint = Without a target, calls reach nobody.
numbers-voicemail = Straight to the voicemail
numbers-take-title = { $count ->
    [one] Take back { $number }?
   *[other] Take back { $count } numbers?
}
numbers-take-holder = { $name } is no longer called at { $number }.
numbers-take-holders = { $count ->
    [one] { $count } user is no longer called there.
   *[other] { $count } users are no longer called there.
}
numbers-take-rests = { $days ->
    [0] Others can have it at once.
    [one] Only its last holder can have it again within { $days } day.
   *[other] Only its last holder can have it again within { $days } days.
}
numbers-take-links = { $count ->
    [one] A link to a mobile ends.
   *[other] { $count } links to mobiles end.
}
numbers-taken = { $count ->
    [one] { $number } was taken back.
   *[other] { $count } numbers were taken back.
}
numbers-release-title = { $count ->
    [one] End the quarantine of { $number }?
   *[other] End the quarantine of { $count } numbers?
}
numbers-release-means = Whoever gets it next is reached by those who still call its last holder.
numbers-released = { $count ->
    [one] { $number } is free.
   *[other] { $count } numbers are free.
}
numbers-held = Somebody has it. Take it back first.
numbers-remove-title = { $count ->
    [one] Remove { $number }?
   *[other] Remove { $count } numbers?
}
numbers-remove-means = It leaves this list. Calls to it reach nobody here.
numbers-remove-shown = { $count ->
    [one] { $count } user no longer shows it when calling.
   *[other] { $count } users no longer show it when calling.
}
numbers-removed = { $count ->
    [one] { $number } was removed.
   *[other] { $count } numbers were removed.
}
