### Importing users from a CSV file.

import-sub = From an Excel or CSV file. Everyone is prepared first; you send the invitations when you like.
import-another = Import another file
import-start-over = Start over
import-reading = Reading the file
import-not-allowed-title = You can’t import users
import-steps = Steps
import-step-file = File
import-step-columns = Columns and check
import-choose = Choose an Excel or CSV file, or drop it here
import-choose-note = Columns in any order. CSV separated by comma, semicolon or tab. Up to { $max } rows.
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
import-about-sheet = { $count ->
    [one] { $file } · { $count } row · sheet { $sheet }
   *[other] { $file } · { $count } rows · sheet { $sheet }
}
import-sheet = Sheet
import-yes-updating = { $ready ->
    [0] { $updated ->
        [one] Update { $updated } user
       *[other] Update { $updated } users
    }
   *[other] Import { $ready }, update { $updated }
}
import-updates = { $count } to update
import-updated = { $count ->
    [one] { $count } user is updated.
   *[other] { $count } users are updated.
}
import-update = { $count ->
    [one] Update the user who is here already
   *[other] Update the { $count } users who are here already
}
import-update-note = Each row says below what would change. Empty cells change nothing; to teams, add-ons and numbers is only added.
import-update-fields = What is updated
import-rows-updated = Updates
import-row-updated = Updated
import-field-changed = { $field }: { $before } → { $after }
import-field-added = { $field }: { $after }
column-number = { $kind ->
    [virtual] Number: virtual
    [landline] Number: landline
    [mobile] Number: mobile
    [work] Number: work
   *[group] Number: group
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
    [spreadsheet] This spreadsheet can’t be read: it is damaged, or not of the kind .xlsx. Open it, save it as .xlsx or CSV, and choose that file.
    [web-page] This is a web page, not a CSV file. Perhaps the download asked for a sign-in.
    [archive] This is an archive. Unpack it and choose the CSV file in it.
   *[binary] This is not a text file, so it can’t be a CSV file.
}
file-locked = This workbook is locked with a password. Save it without one and choose it again.
file-undecodable = The encoding { $encoding } can’t be read here. Save the file as CSV in UTF-8 and choose it again.
file-header-only = The file has headings, but no rows below them.
file-too-many-rows = The file has more than { $max } rows. Split it and import the parts.
file-too-many-columns = The file has more than { $max } columns. Remove those that aren’t needed.
file-unclosed-quote = The quotation mark in line { $line } is never closed. Fix the line and choose the file again.
import-no-identifier = No column tells the people apart. Choose the one that holds e-mail addresses, mobile numbers or log-in names; if there is none, add one to the file.
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
cell-role-needs-team = The role { $role } applies within teams: enter one team, or choose where roles apply.
cell-twice = The same is already in line { $line }.
cell-count = { $found ->
    [one] The row has { $found } cell instead of { $expected }.
   *[other] The row has { $found } cells instead of { $expected }.
}
cell-in-column = { $column }: { $problem }
cell-swallowed = The quotation mark opened in this row is closed only in line { $until }, and swallows the rows between. Fix it there.
cell-damaged = Some letters of this cell are lost. Type it again.
cell-several-values = The cell holds several. Leave one.
cell-number-with-more = “{ $more }” stands behind the number. Leave only the number.
cell-unusual = Would be read as { $read }.

## Encodings.

import-guess = The file doesn’t say how its letters are encoded. Choose the line in which the names are right.
import-guess-other = Another encoding
encoding-name = { $encoding ->
    [utf-8] Unicode (UTF-8)
    [utf-16le] Unicode (UTF-16)
    [utf-16be] Unicode (UTF-16, big-endian)
    [windows-1252] Western European (Windows-1252)
    [windows-1250] Central European (Windows-1250)
    [windows-1251] Cyrillic (Windows-1251)
    [windows-1253] Greek (Windows-1253)
    [windows-1254] Turkish (Windows-1254)
    [windows-1255] Hebrew (Windows-1255)
    [windows-1256] Arabic (Windows-1256)
    [windows-1257] Baltic (Windows-1257)
    [windows-1258] Vietnamese (Windows-1258)
    [windows-874] Thai (Windows-874)
    [macintosh] Western European (Mac)
    [koi8-r] Cyrillic (KOI8-R)
    [ibm866] Cyrillic (DOS)
    [shift_jis] Japanese (Shift-JIS)
    [euc-jp] Japanese (EUC-JP)
    [gb18030] Chinese, simplified (GB 18030)
    [big5] Chinese, traditional (Big5)
   *[euc-kr] Korean (EUC-KR)
}

## What is said for all rows at once.

import-for-all = For all rows
import-all-licence = Licence, where the row names none
import-all-team = Team, where the row names none
import-roles = Roles that apply in teams or everywhere
import-roles-one-team = In the one team of the row
import-roles-teams = In all teams of the row
import-roles-everywhere = In the whole organization
import-all-none = None
import-read-unusual = Read unusual spellings
import-read-unusual-note = { $count ->
    [one] { $count } cell is written in an unusual way. It is shown below with what it is read as.
   *[other] { $count } cells are written in an unusual way. They are shown below with what they are read as.
}
import-read-unusual-off = They are to be fixed now, with what they would be read as.
import-blocked-too = Import people who are blocked there
import-blocked-note = { $count ->
    [one] { $count } person is suspended or blocked in the system that the file comes from, and is left out.
   *[other] { $count } people are suspended or blocked in the system that the file comes from, and are left out.
}
import-blocked-on = They are imported like everybody else.
import-invitations = Invitations
import-invite-later = Don’t send yet
import-invite-now = Send after the import
import-invite-at = Send at a chosen time
import-invite-moment = When they are sent
import-invited = { $count ->
    [one] { $count } invitation is being sent.
   *[other] { $count } invitations are being sent.
}
import-scheduled = { $count ->
    [one] { $count } invitation will be sent: { $at }.
   *[other] { $count } invitations will be sent: { $at }.
}
import-not-invited = { $count ->
    [one] { $count } user could not be invited: { $reason }
   *[other] { $count } users could not be invited. The first reason: { $reason }
}
import-stop = Stop
import-stopped = { $count ->
    [one] You stopped the import. { $count } row was left.
   *[other] You stopped the import. { $count } rows were left.
}
import-uninvited = { $count ->
    [one] You stopped the import: { $count } user was made and not invited. Invite them from the list of users.
   *[other] You stopped the import: { $count } users were made and not invited. Invite them from the list of users.
}

## Secrets, and people who are blocked.

column-secret = Secret: not read
column-secret-note = This column holds passwords, PINs or the like. They stay in the file: they are neither shown nor sent.
column-blocked = Blocked there?
column-enabled = Active there?
column-role-scope = Role scope
import-set-apart = { $count } blocked there, left out
import-headings-again = { $count ->
    [one] { $count } repeated heading, skipped
   *[other] { $count } repeated headings, skipped
}
import-cells-read = { $count ->
    [one] { $count } cell read differently
   *[other] { $count } cells read differently
}
import-rows-read = Read differently
import-rows-left-out = Left out
import-row-set-apart = Blocked there, left out
import-row-heading = The heading again, skipped
import-cell-read = { $cell } is read as { $value }.

## The import of shared contacts.

import-contacts-sub = From an Excel or CSV file, such as one of an address book. Contacts that are here already are skipped.
import-contacts-not-allowed = You can’t import contacts
import-contacts-no-name = No column holds names or companies. Choose one.
import-contacts-yes = { $count ->
    [one] Import { $count } contact
   *[other] Import { $count } contacts
}
import-contacts-done = { $count ->
    [one] { $count } contact was added.
   *[other] { $count } contacts were added.
}
import-contacts-done-offline = { $count ->
    [one] { $count } contact was added and will be sent to the server when you are back online.
   *[other] { $count } contacts were added and will be sent to the server when you are back online.
}
import-show-contacts = Show the contacts
