### Die Befehlspalette: Seiten, Personen, Teams und Aktionen beim Namen.

palette-field = Seite, Person, Team oder Aktion
palette-nothing = Nichts heißt so.
palette-found = { $count ->
    [one] { $count } Treffer
   *[other] { $count } Treffer
}
palette-sync = Jetzt abgleichen
palette-light = Design: hell
palette-dark = Design: dunkel
palette-as-device = Design: wie das Gerät
palette-deeds = Was möglich ist
