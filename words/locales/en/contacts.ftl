### Contacts that everybody shares.

contacts-search = Search contacts
contacts-search-hint = Search name, company, number
contacts-found = { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
}
contacts-empty-title = No shared contacts yet
contacts-empty-sentence = Customers, suppliers, the taxi: whoever is added here is found by everybody.
contacts-detail = Contact
contacts-gone-title = No such contact
contacts-gone-sentence = Somebody has deleted it.
contacts-numbers = Numbers
contacts-numbers-more = { $first } and { $count ->
    [one] { $count } more
   *[other] { $count } more
}
contacts-shared = Shared
contacts-call = Call { $number }
contacts-mail = Write to { $email }

## What can be done.

contacts-add = Add contact
contacts-edit = Edit
contacts-edit-title = Edit contact
contacts-delete = Delete
contacts-numbers-hint = One in each line, ten at most.
contacts-number-wrong = { $number }: { $why }
contacts-added = { $name } was added.
contacts-delete-title = { $count ->
    [one] Delete { $name }?
   *[other] Delete { $count } contacts?
}
contacts-delete-means = Nobody finds it any more.
contacts-deleted = { $count ->
    [one] { $name } was deleted.
   *[other] { $count } contacts were deleted.
}
contacts-import = Import
