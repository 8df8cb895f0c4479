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
export-shown = { $count ->
    [one] Wie die Liste es zeigt: { $count } Benutzer
   *[other] Wie die Liste es zeigt: { $count } Benutzer
}
export-columns = Spalten
export-columns-shown = Die der Liste
export-columns-all = Alle, die ein Import liest
