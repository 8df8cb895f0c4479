### Importing users from a CSV file.

import-title = Import users
import-sub = From a CSV file. Everyone is prepared first; you send the invitations when you like.
import-another = Import another file
import-start-over = Start over
import-reading = Reading the file
import-not-allowed-title = You can’t import users
import-steps = Steps
import-step-file = File
import-step-columns = Columns and check
import-choose = Choose a CSV file, or drop it here
import-choose-note = Columns in any order, separated by comma, semicolon or tab. Up to { $max } rows.
import-unsure = Not sure how it should look?
import-example = Download an example
import-nothing = Nothing to import
import-yes = { $count ->
    [one] Import { $count } user
   *[other] Import { $count } users
}
import-checking = Checking every row
import-importing = Importing
import-download-rejected = Download rows to fix
import-ready = { $count } ready
import-already-here = { $count } already here, skipped
import-to-fix = { $count } to fix
import-done = { $count ->
    [one] { $count } user is prepared.
   *[other] { $count } users are prepared.
}
import-done-offline = { $count ->
    [one] { $count } user is prepared and will be sent to the server when you are back online.
   *[other] { $count } users are prepared and will be sent to the server when you are back online.
}
import-show-users = Show the users
import-left = { $count ->
    [one] { $count } row was not imported. Download it with the reason, fix it, and import that file.
   *[other] { $count } rows were not imported. Download them with the reasons, fix them, and import that file.
}
import-read-failed = The browser could not read the file. Was it moved or deleted?

## The columns.

import-columns = Columns
import-about = { $count ->
    [one] { $file } · { $count } row · { $encoding }, { $delimiter ->
        [comma] comma
        [semicolon] semicolon
        [tab] tab
       *[pipe] vertical bar
    }
   *[other] { $file } · { $count } rows · { $encoding }, { $delimiter ->
        [comma] comma
        [semicolon] semicolon
        [tab] tab
       *[pipe] vertical bar
    }
}
import-column-number = Column { $number }
import-column-holds = What the column { $name } holds
column-ignore = Don’t import
column-extra = Extra: { $name }
column-login-mobile = Mobile number for sign-in
column-first-name = First name
column-last-name = Last name

## The rows.

import-rows = Rows of the file
import-rows-shown = Rows to show
import-all-rows = All rows
import-rows-to-fix = To fix
import-line = Line
import-result = Result
import-row-imported = Imported
import-row-ready = Ready
import-row-already-here = Already here, skipped
import-empty-cell = (empty)

## What is wrong with a file, its columns or its cells.

file-empty = The file is empty. Choose another.
file-too-large = The file is larger than { $max } MB. Split it and import the parts.
file-not-text = { $kind ->
    [picture] This is a picture, not a CSV file.
    [pdf] This is a PDF, not a CSV file.
    [spreadsheet] This is a spreadsheet. Open it, save it as CSV, and choose that file.
    [web-page] This is a web page, not a CSV file. Perhaps the download asked for a sign-in.
    [archive] This is an archive. Unpack it and choose the CSV file in it.
   *[binary] This is not a text file, so it can’t be a CSV file.
}
file-undecodable = Line { $line } can’t be read as text. Save the file as CSV in UTF-8 and choose it again.
file-header-only = The file has headings, but no rows below them.
file-too-many-rows = The file has more than { $max } rows. Split it and import the parts.
file-too-many-columns = The file has more than { $max } columns. Remove those that aren’t needed.
file-unclosed-quote = The quotation mark in line { $line } is never closed. Fix the line and choose the file again.
import-no-identifier = Choose the column that holds the e-mail addresses, mobile numbers or log-in names.
import-column-twice = The columns “{ $first }” and “{ $second }” both hold “{ $column }”. Change one of them.
cell-unknown = { $kind ->
    [role] There is no role called “{ $name }”.
    [licence] There is no licence called “{ $name }”.
    [add-on] There is no add-on called “{ $name }”.
   *[team] There is no team called “{ $name }”.
}
cell-unknown-near = { $kind ->
    [role] There is no role called “{ $name }”. Similar names: { $nearest }.
    [licence] There is no licence called “{ $name }”. Similar names: { $nearest }.
    [add-on] There is no add-on called “{ $name }”. Similar names: { $nearest }.
   *[team] There is no team called “{ $name }”. Similar names: { $nearest }.
}
cell-several-roles = Enter one role; others can be given after the import.
cell-several-licences = Enter one licence.
cell-role-needs-team = The role { $role } applies within a team: enter exactly one team.
cell-twice = The same is already in line { $line }.
cell-count = { $found ->
    [one] The row has { $found } cell instead of { $expected }.
   *[other] The row has { $found } cells instead of { $expected }.
}
cell-in-column = { $column }: { $problem }
