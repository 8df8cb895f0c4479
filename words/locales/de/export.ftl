# Die Liste der Benutzer als Datei.
export-title = Benutzer exportieren
export-which = Welche Benutzer
export-all = Alle
export-active = Aktive
export-prepared = Vorbereitete
export-both = Aktive und vorbereitete
export-selected = { $count ->
    [one] Den ausgewählten
   *[other] Die { $count } ausgewählten
}
export-format = Format
export-workbook = Excel (.xlsx)
export-csv = CSV
export-note = Ein Import der Datei ändert nichts an den Benutzern, die es schon gibt. Sie enthält personenbezogene Daten: Bewahren Sie sie sicher auf.
export-save = Datei speichern
