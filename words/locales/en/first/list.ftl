### What every list says.

list-search-clear = Clear the search
list-all = All
list-filters = Filters
list-filter-choice = { $name } ({ $count })
list-filter-clear = Clear
list-filter-set = { $filter }: { $value }
list-filter-remove = { $filter }: { $value }, remove this filter
list-sort-by = Sort by
list-sorted-by = Sort by { $field }
list-ascending = Ascending
list-descending = Descending
list-select-all = Select all
list-select = Select { $name }
list-actions-for = Actions for { $name }
list-unreached-title = No connection yet
list-unreached-sentence = The directory is copied to this device as soon as it reaches the server. After that it opens without a network.
list-unfound-title = Nothing found
list-unfound-sentence = Nothing matches this search and these filters.
list-show-all = Clear search and filters
list-detail-close = Close details
list-select-none = Clear the selection
list-select-all-of = Select all { $count }
list-columns = Columns
list-columns-usual = Reset columns

## Saved views.

list-views = Views
list-view-save = Save this view…
list-view-save-title = Save this view
list-views-manage = Manage views…
list-view-shown = View: { $name }
bulk-bar = Selected users
bulk-selected = { $count ->
    [one] { $count } selected
   *[other] { $count } selected
}
bulk-working = Working…
bulk-failed = { $count } left as before: { $reason }
bulk-send = Send invitations
bulk-menu = Actions for the selected users
