### Benutzer aus einer CSV-Datei importieren.

import-sub = Aus einer Excel- oder CSV-Datei. Alle werden zuerst vorbereitet; die Einladungen senden Sie, wann Sie möchten.
import-another = Weitere Datei importieren
import-start-over = Von vorn beginnen
import-reading = Datei wird gelesen
import-not-allowed-title = Sie können keine Benutzer importieren
import-steps = Schritte
import-step-file = Datei
import-step-columns = Spalten und Prüfung
import-choose = Wählen Sie eine Excel- oder CSV-Datei oder legen Sie sie hier ab
import-choose-note = Spalten in beliebiger Reihenfolge. CSV durch Komma, Semikolon oder Tabulator getrennt. Bis zu { $max } Zeilen.
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
import-about-sheet = { $count ->
    [one] { $file } · { $count } Zeile · Tabellenblatt { $sheet }
   *[other] { $file } · { $count } Zeilen · Tabellenblatt { $sheet }
}
import-sheet = Tabellenblatt
import-yes-updating = { $ready ->
    [0] { $updated ->
        [one] { $updated } Benutzer aktualisieren
       *[other] { $updated } Benutzer aktualisieren
    }
   *[other] { $ready } importieren, { $updated } aktualisieren
}
import-updates = { $count } zu aktualisieren
import-updated = { $count ->
    [one] { $count } Benutzer wird aktualisiert.
   *[other] { $count } Benutzer werden aktualisiert.
}
import-update = { $count ->
    [one] Den Benutzer aktualisieren, den es schon gibt
   *[other] Die { $count } Benutzer aktualisieren, die es schon gibt
}
import-update-note = Jede Zeile sagt unten, was sich ändern würde. Leere Zellen ändern nichts; bei Teams, Zusatzpaketen und Nummern wird nur hinzugefügt.
import-update-fields = Was aktualisiert wird
import-rows-updated = Aktualisierungen
import-row-updated = Aktualisiert
import-field-changed = { $field }: { $before } → { $after }
import-field-added = { $field }: { $after }
column-number = { $kind ->
    [virtual] Nummer: virtuell
    [landline] Nummer: Festnetz
    [mobile] Nummer: mobil
    [work] Nummer: geschäftlich
   *[group] Nummer: Gruppe
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
    [spreadsheet] Diese Tabelle kann nicht gelesen werden: Sie ist beschädigt oder nicht im Format .xlsx. Öffnen Sie sie, speichern Sie sie als .xlsx oder CSV und wählen Sie diese Datei.
    [web-page] Das ist eine Webseite, keine CSV-Datei. Vielleicht war für den Download eine Anmeldung nötig.
    [archive] Das ist ein Archiv. Entpacken Sie es und wählen Sie die CSV-Datei darin.
   *[binary] Das ist keine Textdatei und kann deshalb keine CSV-Datei sein.
}
file-locked = Diese Arbeitsmappe ist mit einem Passwort geschützt. Speichern Sie sie ohne Passwort und wählen Sie sie noch einmal.
file-undecodable = Die Kodierung { $encoding } kann hier nicht gelesen werden. Speichern Sie die Datei als CSV in UTF-8 und wählen Sie sie noch einmal.
file-header-only = Die Datei hat Überschriften, aber keine Zeilen darunter.
file-too-many-rows = Die Datei hat mehr als { $max } Zeilen. Teilen Sie sie auf und importieren Sie die Teile.
file-too-many-columns = Die Datei hat mehr als { $max } Spalten. Entfernen Sie die, die nicht gebraucht werden.
file-unclosed-quote = Das Anführungszeichen in Zeile { $line } wird nie geschlossen. Korrigieren Sie die Zeile und wählen Sie die Datei noch einmal.
import-no-identifier = Keine Spalte unterscheidet die Personen. Wählen Sie die mit den E-Mail-Adressen, Mobilnummern oder Anmeldenamen; gibt es keine, ergänzen Sie eine in der Datei.
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
cell-role-needs-team = Die Rolle { $role } gilt innerhalb von Teams: Geben Sie ein Team an, oder wählen Sie, wo Rollen gelten.
cell-twice = Dasselbe steht schon in Zeile { $line }.
cell-count = { $found ->
    [one] Die Zeile hat { $found } Zelle statt { $expected }.
   *[other] Die Zeile hat { $found } Zellen statt { $expected }.
}
cell-in-column = { $column }: { $problem }
cell-swallowed = Das Anführungszeichen, das in dieser Zeile beginnt, endet erst in Zeile { $until } und verschluckt die Zeilen dazwischen. Korrigieren Sie es dort.
cell-damaged = Einige Buchstaben dieser Zelle sind verloren. Geben Sie sie neu ein.
cell-several-values = Die Zelle enthält mehrere. Lassen Sie einen Wert stehen.
cell-number-with-more = Hinter der Nummer steht „{ $more }“. Lassen Sie nur die Nummer stehen.
cell-unusual = Würde als { $read } gelesen.

import-guess = Die Datei sagt nicht, wie ihre Buchstaben kodiert sind. Wählen Sie die Zeile, in der die Namen stimmen.
import-guess-other = Andere Kodierung
encoding-name = { $encoding ->
    [utf-8] Unicode (UTF-8)
    [utf-16le] Unicode (UTF-16)
    [utf-16be] Unicode (UTF-16, Big Endian)
    [windows-1252] Westeuropäisch (Windows-1252)
    [windows-1250] Mitteleuropäisch (Windows-1250)
    [windows-1251] Kyrillisch (Windows-1251)
    [windows-1253] Griechisch (Windows-1253)
    [windows-1254] Türkisch (Windows-1254)
    [windows-1255] Hebräisch (Windows-1255)
    [windows-1256] Arabisch (Windows-1256)
    [windows-1257] Baltisch (Windows-1257)
    [windows-1258] Vietnamesisch (Windows-1258)
    [windows-874] Thailändisch (Windows-874)
    [macintosh] Westeuropäisch (Mac)
    [koi8-r] Kyrillisch (KOI8-R)
    [ibm866] Kyrillisch (DOS)
    [shift_jis] Japanisch (Shift-JIS)
    [euc-jp] Japanisch (EUC-JP)
    [gb18030] Chinesisch, vereinfacht (GB 18030)
    [big5] Chinesisch, traditionell (Big5)
   *[euc-kr] Koreanisch (EUC-KR)
}

import-for-all = Für alle Zeilen
import-all-licence = Lizenz, wo die Zeile keine nennt
import-all-team = Team, wo die Zeile keines nennt
import-roles = Rollen, die in Teams oder überall gelten
import-roles-one-team = Im einen Team der Zeile
import-roles-teams = In allen Teams der Zeile
import-roles-everywhere = In der ganzen Organisation
import-all-none = Keine Angabe
import-read-unusual = Ungewöhnliche Schreibweisen lesen
import-read-unusual-note = { $count ->
    [one] { $count } Zelle ist ungewöhnlich geschrieben. Unten steht, als was sie gelesen wird.
   *[other] { $count } Zellen sind ungewöhnlich geschrieben. Unten steht, als was sie gelesen werden.
}
import-read-unusual-off = Sie sind jetzt zu korrigieren; dabei steht, als was sie gelesen würden.
import-blocked-too = Dort gesperrte Personen importieren
import-blocked-note = { $count ->
    [one] { $count } Person ist im System, aus dem die Datei kommt, gesperrt und bleibt weg.
   *[other] { $count } Personen sind im System, aus dem die Datei kommt, gesperrt und bleiben weg.
}
import-blocked-on = Sie werden wie alle anderen importiert.
import-invitations = Einladungen
import-invite-later = Noch nicht senden
import-invite-now = Nach dem Import senden
import-invite-at = Zu einem Zeitpunkt senden
import-invite-moment = Wann sie gesendet werden
import-invited = { $count ->
    [one] { $count } Einladung wird gesendet.
   *[other] { $count } Einladungen werden gesendet.
}
import-scheduled = { $count ->
    [one] { $count } Einladung wird gesendet: { $at }.
   *[other] { $count } Einladungen werden gesendet: { $at }.
}
import-not-invited = { $count ->
    [one] { $count } Benutzer konnte nicht eingeladen werden: { $reason }
   *[other] { $count } Benutzer konnten nicht eingeladen werden. Der erste Grund: { $reason }
}
import-stop = Anhalten
import-stopped = { $count ->
    [one] Sie haben den Import angehalten. { $count } Zeile ist übrig.
   *[other] Sie haben den Import angehalten. { $count } Zeilen sind übrig.
}
import-uninvited = { $count ->
    [one] Sie haben den Import angehalten: { $count } Benutzer wurde angelegt und nicht eingeladen. Laden Sie ihn in der Benutzerliste ein.
   *[other] Sie haben den Import angehalten: { $count } Benutzer wurden angelegt und nicht eingeladen. Laden Sie sie in der Benutzerliste ein.
}

column-secret = Geheim: wird nicht gelesen
column-secret-note = Diese Spalte enthält Passwörter, PINs oder Ähnliches. Sie bleiben in der Datei: Sie werden weder angezeigt noch gesendet.
column-blocked = Dort gesperrt?
column-enabled = Dort aktiv?
column-role-scope = Rolle gilt in
import-set-apart = { $count } dort gesperrt, weggelassen
import-headings-again = { $count ->
    [one] { $count } wiederholte Überschrift, übersprungen
   *[other] { $count } wiederholte Überschriften, übersprungen
}
import-cells-read = { $count ->
    [one] { $count } Zelle anders gelesen
   *[other] { $count } Zellen anders gelesen
}
import-rows-read = Anders gelesen
import-rows-left-out = Weggelassen
import-row-set-apart = Dort gesperrt, weggelassen
import-row-heading = Noch einmal die Überschrift, übersprungen
import-cell-read = { $cell } wird als { $value } gelesen.

## Gemeinsame Kontakte importieren.

import-contacts-sub = Aus einer Excel- oder CSV-Datei, etwa der eines Adressbuchs. Kontakte, die es schon gibt, werden übersprungen.
import-contacts-not-allowed = Sie können keine Kontakte importieren
import-contacts-no-name = Keine Spalte enthält Namen oder Firmen. Wählen Sie eine.
import-contacts-yes = { $count ->
    [one] { $count } Kontakt importieren
   *[other] { $count } Kontakte importieren
}
import-contacts-done = { $count ->
    [one] { $count } Kontakt wurde hinzugefügt.
   *[other] { $count } Kontakte wurden hinzugefügt.
}
import-contacts-done-offline = { $count ->
    [one] { $count } Kontakt wurde hinzugefügt und geht an den Server, sobald Sie wieder online sind.
   *[other] { $count } Kontakte wurden hinzugefügt und gehen an den Server, sobald Sie wieder online sind.
}
import-show-contacts = Kontakte anzeigen
