### The command palette: screens, people, teams and actions by their names.

palette-field = Page, person, team or action
palette-nothing = Nothing is called so.
palette-found = { $count ->
    [one] { $count } match
   *[other] { $count } matches
}
palette-sync = Sync now
palette-light = Theme: light
palette-dark = Theme: dark
palette-as-device = Theme: as the device
palette-deeds = What can be done
