### Benutzer aus einer CSV-Datei importieren.

import-title = Benutzer importieren
import-sub = Aus einer CSV-Datei. Alle werden zuerst vorbereitet; die Einladungen senden Sie, wann Sie möchten.
import-another = Weitere Datei importieren
import-start-over = Von vorn beginnen
import-reading = Datei wird gelesen
import-not-allowed-title = Sie können keine Benutzer importieren
import-steps = Schritte
import-step-file = Datei
import-step-columns = Spalten und Prüfung
import-choose = Wählen Sie eine CSV-Datei oder legen Sie sie hier ab
import-choose-note = Spalten in beliebiger Reihenfolge, getrennt durch Komma, Semikolon oder Tabulator. Bis zu { $max } Zeilen.
import-unsure = Nicht sicher, wie sie aussehen soll?
import-example = Beispiel herunterladen
import-nothing = Nichts zu importieren
import-yes = { $count ->
    [one] { $count } Benutzer importieren
   *[other] { $count } Benutzer importieren
}
import-checking = Jede Zeile wird geprüft
import-importing = Wird importiert
import-download-rejected = Zeilen zum Korrigieren herunterladen
import-ready = { $count } bereit
import-already-here = { $count } schon vorhanden, übersprungen
import-to-fix = { $count } zu korrigieren
import-done = { $count ->
    [one] { $count } Benutzer ist vorbereitet.
   *[other] { $count } Benutzer sind vorbereitet.
}
import-done-offline = { $count ->
    [one] { $count } Benutzer ist vorbereitet und wird an den Server gesendet, sobald Sie wieder online sind.
   *[other] { $count } Benutzer sind vorbereitet und werden an den Server gesendet, sobald Sie wieder online sind.
}
import-show-users = Benutzer anzeigen
import-left = { $count ->
    [one] { $count } Zeile wurde nicht importiert. Laden Sie sie mit dem Grund herunter, korrigieren Sie sie und importieren Sie diese Datei.
   *[other] { $count } Zeilen wurden nicht importiert. Laden Sie sie mit den Gründen herunter, korrigieren Sie sie und importieren Sie diese Datei.
}
import-read-failed = Der Browser konnte die Datei nicht lesen. Wurde sie verschoben oder gelöscht?

import-columns = Spalten
import-about = { $count ->
    [one] { $file } · { $count } Zeile · { $encoding }, { $delimiter ->
        [comma] Komma
        [semicolon] Semikolon
        [tab] Tabulator
       *[pipe] senkrechter Strich
    }
   *[other] { $file } · { $count } Zeilen · { $encoding }, { $delimiter ->
        [comma] Komma
        [semicolon] Semikolon
        [tab] Tabulator
       *[pipe] senkrechter Strich
    }
}
import-column-number = Spalte { $number }
import-column-holds = Was die Spalte { $name } enthält
column-ignore = Nicht importieren
column-extra = Zusatzangabe: { $name }
column-login-mobile = Mobilnummer zum Anmelden
column-first-name = Vorname
column-last-name = Nachname

import-rows = Zeilen der Datei
import-rows-shown = Angezeigte Zeilen
import-all-rows = Alle Zeilen
import-rows-to-fix = Zu korrigieren
import-line = Zeile
import-result = Ergebnis
import-row-imported = Importiert
import-row-ready = Bereit
import-row-already-here = Schon vorhanden, übersprungen
import-empty-cell = (leer)

file-empty = Die Datei ist leer. Wählen Sie eine andere.
file-too-large = Die Datei ist größer als { $max } MB. Teilen Sie sie auf und importieren Sie die Teile.
file-not-text = { $kind ->
    [picture] Das ist ein Bild, keine CSV-Datei.
    [pdf] Das ist eine PDF-Datei, keine CSV-Datei.
    [spreadsheet] Das ist eine Tabellenkalkulation. Öffnen Sie sie, speichern Sie sie als CSV und wählen Sie diese Datei.
    [web-page] Das ist eine Webseite, keine CSV-Datei. Vielleicht war für den Download eine Anmeldung nötig.
    [archive] Das ist ein Archiv. Entpacken Sie es und wählen Sie die CSV-Datei darin.
   *[binary] Das ist keine Textdatei und kann deshalb keine CSV-Datei sein.
}
file-undecodable = Zeile { $line } lässt sich nicht als Text lesen. Speichern Sie die Datei als CSV in UTF-8 und wählen Sie sie noch einmal.
file-header-only = Die Datei hat Überschriften, aber keine Zeilen darunter.
file-too-many-rows = Die Datei hat mehr als { $max } Zeilen. Teilen Sie sie auf und importieren Sie die Teile.
file-too-many-columns = Die Datei hat mehr als { $max } Spalten. Entfernen Sie die, die nicht gebraucht werden.
file-unclosed-quote = Das Anführungszeichen in Zeile { $line } wird nie geschlossen. Korrigieren Sie die Zeile und wählen Sie die Datei noch einmal.
import-no-identifier = Wählen Sie die Spalte mit den E-Mail-Adressen, Mobilnummern oder Anmeldenamen.
import-column-twice = Die Spalten „{ $first }“ und „{ $second }“ enthalten beide „{ $column }“. Ändern Sie eine davon.
cell-unknown = { $kind ->
    [role] Es gibt keine Rolle namens „{ $name }“.
    [licence] Es gibt keine Lizenz namens „{ $name }“.
    [add-on] Es gibt keine Zusatzoption namens „{ $name }“.
   *[team] Es gibt kein Team namens „{ $name }“.
}
cell-unknown-near = { $kind ->
    [role] Es gibt keine Rolle namens „{ $name }“. Ähnliche Namen: { $nearest }.
    [licence] Es gibt keine Lizenz namens „{ $name }“. Ähnliche Namen: { $nearest }.
    [add-on] Es gibt keine Zusatzoption namens „{ $name }“. Ähnliche Namen: { $nearest }.
   *[team] Es gibt kein Team namens „{ $name }“. Ähnliche Namen: { $nearest }.
}
cell-several-roles = Geben Sie eine Rolle an; weitere können nach dem Import vergeben werden.
cell-several-licences = Geben Sie eine Lizenz an.
cell-role-needs-team = Die Rolle { $role } gilt innerhalb eines Teams: Geben Sie genau ein Team an.
cell-twice = Dasselbe steht schon in Zeile { $line }.
cell-count = { $found ->
    [one] Die Zeile hat { $found } Zelle statt { $expected }.
   *[other] Die Zeile hat { $found } Zellen statt { $expected }.
}
cell-in-column = { $column }: { $problem }
