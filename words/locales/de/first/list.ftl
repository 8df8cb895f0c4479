### Was jede Liste sagt.

list-search-clear = Suche leeren
list-all = Alle
list-filters = Filter
list-filter-choice = { $name } ({ $count })
list-filter-clear = Zurücksetzen
list-filter-set = { $filter }: { $value }
list-filter-remove = { $filter }: { $value }, diesen Filter entfernen
list-sort-by = Sortieren nach
list-sorted-by = Sortieren nach: { $field }
list-ascending = Aufsteigend
list-descending = Absteigend
list-select-all = Alle auswählen
list-select = { $name } auswählen
list-actions-for = Aktionen für { $name }
list-unreached-title = Noch keine Verbindung
list-unreached-sentence = Das Verzeichnis wird auf dieses Gerät kopiert, sobald es den Server erreicht. Danach öffnet es sich auch ohne Netz.
list-unfound-title = Nichts gefunden
list-unfound-sentence = Nichts passt zu dieser Suche und diesen Filtern.
list-show-all = Suche und Filter zurücksetzen
list-detail-close = Angaben schließen
list-select-none = Auswahl aufheben
list-select-all-of = Alle { $count } auswählen
list-columns = Spalten
list-columns-usual = Spalten zurücksetzen

## Gespeicherte Ansichten.

list-views = Ansichten
list-view-save = Diese Ansicht speichern …
list-view-save-title = Diese Ansicht speichern
list-views-manage = Ansichten verwalten …
list-view-shown = Ansicht: { $name }
bulk-bar = Ausgewählte Benutzer
bulk-selected = { $count ->
    [one] { $count } ausgewählt
   *[other] { $count } ausgewählt
}
bulk-working = Wird ausgeführt …
bulk-failed = Unverändert geblieben: { $count }. { $reason }
bulk-send = Einladungen senden
bulk-menu = Aktionen für die ausgewählten Benutzer
