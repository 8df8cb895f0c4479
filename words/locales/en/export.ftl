# Saving the list of users as a file.
export-title = Export users
export-which = Which users
export-all = All
export-active = Active
export-prepared = Prepared
export-both = Active and prepared
export-selected = { $count ->
    [one] The selected one
   *[other] The { $count } selected ones
}
export-format = Format
export-workbook = Excel (.xlsx)
export-csv = CSV
export-note = Importing the file changes nothing for the users who are here already. It contains personal data: keep it safe.
export-save = Save file
export-shown = { $count ->
    [one] As the list shows it: { $count } user
   *[other] As the list shows it: { $count } users
}
export-columns = Columns
export-columns-shown = Those that the list shows
export-columns-all = All that an import reads
