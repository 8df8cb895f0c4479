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
list-gone = Es wurde entfernt, oder Sie dürfen es nicht sehen.
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
list-view-save-note = Eine Ansicht merkt sich Suche, Filter, Reihenfolge und Spalten, auf diesem Gerät.
list-view-name = Name der Ansicht
list-view-first = Liste damit öffnen
list-views-manage = Ansichten verwalten …
list-view-saved = Ansicht „{ $name }“ gespeichert.
list-view-taken = Eine andere Ansicht heißt schon so.
list-view-delete = { $name } löschen
list-views-first-none = Ohne Ansicht
list-views-first-label = Liste öffnen mit
list-view-shown = Ansicht: { $name }
