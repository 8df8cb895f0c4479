### Saving views of a list.

list-gone = Es wurde entfernt, oder Sie dürfen es nicht sehen.
list-view-save-note = Eine Ansicht merkt sich Suche, Filter, Reihenfolge und Spalten, auf diesem Gerät.
list-view-name = Name der Ansicht
list-view-first = Liste damit öffnen
list-view-saved = Ansicht „{ $name }“ gespeichert.
list-view-taken = Eine andere Ansicht heißt schon so.
list-view-delete = { $name } löschen
list-views-first-none = Ohne Ansicht
list-views-first-label = Liste öffnen mit
