### Saving views of a list.

list-gone = It was removed, or you may not see it.
list-view-save-note = A view keeps search, filters, order and columns, on this device.
list-view-name = Name of the view
list-view-first = Open the list with it
list-view-saved = View “{ $name }” saved.
list-view-taken = Another view has this name.
list-view-delete = Delete { $name }
list-views-first-none = No view
list-views-first-label = Open the list with
