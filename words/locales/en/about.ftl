### About this page: versions, sync, storage, keys and the self-check.

about-sub = How { -brand } is doing on this device.
about-state = State
about-sync-now = Sync now
about-page = Page
about-server = Server
about-server-not-reached = Not reached
about-connection = Connection
about-last-sync = Last sync
about-never = Never
about-refused = Refused
about-storage = Storage
about-storage-persistent = Kept on this device until you sign out
about-storage-best-effort = Kept on this device; the browser may clear it when the disk is nearly full
about-storage-none = Not saved: { $reason }
about-tab = This tab
about-tab-leads = Talks to the server
about-tab-follows = Follows another tab
about-records = Records on this device
about-data-version = Version of the data

about-link-connecting = Connecting
about-link-online = Online
about-link-slowed = Online; the server asked for a pause
about-link-offline = Offline; it tries again automatically
about-link-intercepted = Something on the network answers in place of the server; it tries again automatically
about-link-too-old = This page is too old

about-keys = Keyboard
about-key-close = Close, or clear the selection

about-check = Self-check
about-check-sub = The page, the server and other programs decide by the same rules. The check runs every published decision here and compares the results.
about-check-run = Run the check
about-check-unavailable = The published decisions are unavailable at the moment. Try again when you are online.
about-check-agree = { $count ->
    [one] The only rule vector agrees.
   *[other] All { $count } rule vectors agree.
}
about-check-differ = { $passed ->
    [one] Only { $passed } of { $count } rule vectors agrees. First difference: { $vector }, { $step }
   *[other] Only { $passed } of { $count } rule vectors agree. First difference: { $vector }, { $step }
}
about-check-nothing = No rule vectors were checked.
key-enter = Enter
key-space = Space
key-escape = Esc
key-shift = Shift
key-control = Ctrl
key-home = Home
key-end = End
key-pages = Page ↑ ↓
about-key-move = Move in the list
about-key-open = Open beside the list
about-key-select = Select; with Shift, a range
about-key-menu = Menu of the row
about-key-ends = First and last row

## Shortcuts.

shortcuts-title = Keyboard shortcuts
shortcuts-everywhere = Everywhere
shortcuts-lists = In lists
shortcuts-forms = In forms
shortcuts-matrix = In the matrix of roles
shortcut-search = Search the list
shortcut-new = Add something to the list
shortcut-select-more = Select on the way
shortcut-select-all = Select everything that matches
shortcut-save = Save
shortcut-cells = From cell to cell
shortcut-toggle = Change the cell
