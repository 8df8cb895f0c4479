### Die Liste der Benutzer.

users-active-count = { $count ->
    [one] { $count } aktiver Benutzer
   *[other] { $count } aktive Benutzer
}
users-active-in = { $count ->
    [one] { $count } aktiver Benutzer bei { $organisation }
   *[other] { $count } aktive Benutzer bei { $organisation }
}
users-no-seat = Alle Lizenzplätze sind vergeben. Geben Sie einen Platz frei, um jemanden einzuladen, oder bereiten Sie Benutzer ohne Lizenz vor.
users-licences = Lizenzen
users-waiting = { $count ->
    [one] { $count } vorbereiteter Benutzer wartet auf eine Einladung.
   *[other] { $count } vorbereitete Benutzer warten auf eine Einladung.
}
users-select-to-send = Zum Senden auswählen
users-search = Benutzer suchen
users-search-hint = Name, E-Mail, Nummer, Team

## Welche Benutzer sie zeigt.

users-filter-state = Nach Status filtern
users-filter-kind = Art
users-filter-no-system = Keine Systembenutzer
users-any-role = Jede Rolle
users-any-team = Jedes Team
users-any-licence = Jede Lizenz
users-hide-system = Systembenutzer ausblenden
users-system-none = In dieser Liste gibt es keine
users-system-count = { $count ->
    [one] { $count } Konferenz, Telefonzentrale, Warteschlange oder Dienst
   *[other] { $count } Konferenzen, Telefonzentralen, Warteschlangen und Dienste
}

## Wie sie sortiert ist.

users-state = Status
users-added = Hinzugefügt
users-last-sign-in = Letzte Anmeldung

## Die Tabelle.

users-found = { $count ->
    [one] { $count } Benutzer gefunden
   *[other] { $count } Benutzer gefunden
}
users-invitation-expires = Die Einladung läuft { $when } ab.
users-invitation-expired = Die Einladung ist { $when } abgelaufen.
users-single-permissions = { $count ->
    [one] { $count } einzelnes Recht
   *[other] { $count } einzelne Rechte
}
users-loading = Benutzer werden geladen
users-empty-title = Noch keine Benutzer
users-empty-sentence = Laden Sie die erste Person ein, oder importieren Sie eine Liste.
users-nobody-title = Niemand gefunden
users-nobody-sentence = Kein Benutzer passt zu dieser Suche und diesen Filtern.

## Ein Benutzer neben der Liste.

users-detail = Angaben zum Benutzer
users-gone-title = Kein solcher Benutzer
users-gone-sentence = Dieser Benutzer wurde gelöscht, oder Sie dürfen ihn nicht sehen.
users-you = Sie
users-teams = Teams
users-country = Land
users-invitation = Einladung
users-expires = Läuft { $when } ab
users-expired-resend = Ist { $when } abgelaufen. Senden Sie sie noch einmal, um dieser Person Zugang zu geben.
users-send-again = Noch einmal senden

## Was mit einem Benutzer getan werden kann.

users-show-details = Angaben anzeigen
users-resend = Einladung noch einmal senden
users-revoke = Einladung zurückziehen
users-edit = Profil bearbeiten
users-change-licence = Lizenz ändern
users-suspend = Sperren
users-reactivate = Entsperren
users-activate = Aktivieren
users-off-board = Austritt …
users-delete = Löschen
users-revoked = Einladung zurückgezogen. { $name } ist vorbereitet und behält den Platz.
users-suspended = { $name } ist gesperrt.
users-reactivated = { $name } ist wieder aktiv.
users-activated = { $name } ist aktiv.
users-deleted = { $name } wird gelöscht.

## Die Frage, bevor etwas getan wird.

ask-offline = Das geschieht, sobald Sie wieder online sind; bis dahin ist es als ausstehend markiert.
ask-gone = Ein Benutzer, den es nicht mehr gibt
ask-more = und { $count } weitere
ask-left-out = Ausgenommen: { $count }
users-download-data = Daten herunterladen
user-open = Öffnen
account-download-data = Meine Daten herunterladen
invitation = Ihre Einladung
export = Exportieren
undelivered-again =
    { $what ->
        [invitation] Die Einladung wurde noch nicht zugestellt.
        [password] Der Link zum Festlegen eines Passworts wurde noch nicht zugestellt.
       *[address] Der Link zur Anmeldeadresse wurde noch nicht zugestellt.
    } { $reason ->
        [refused] Der Mailserver hat die Mail abgelehnt: Prüfen Sie die Adresse.
        [unavailable] Der Mailserver ist nicht erreichbar.
       *[over_budget] Zuletzt wurden zu viele Mails gesendet.
    } Der nächste Versuch ist am { $at }.
undelivered-for-good =
    { $what ->
        [invitation] Die Einladung konnte nicht zugestellt werden.
        [password] Der Link zum Festlegen eines Passworts konnte nicht zugestellt werden.
       *[address] Der Link zur Anmeldeadresse konnte nicht zugestellt werden.
    } { $reason ->
        [refused] Der Mailserver hat die Mail abgelehnt: Prüfen Sie die Adresse.
        [unavailable] Der Mailserver ist nicht erreichbar.
       *[over_budget] Zuletzt wurden zu viele Mails gesendet.
    }
hand-over = Zugang übergeben …
users-filter-phone = Telefon
users-no-phone = Ohne Telefon
users-any-kind = Jede Art
user-kind-person = Person
user-kind-service = Dienst
user-kind-bridge = Konferenzraum
user-kind-attendant = Sprachmenü
user-kind-queue = Warteschlange
users-numbers = Rufnummern
users-assign = Zuweisen
users-assign-to = { $name } eine Nebenstelle zuweisen
users-unassign-from = { $name } die Nebenstelle { $extension } entziehen
users-give-extension = Nebenstelle zuweisen …
users-take-extension = Nebenstelle entziehen …
users-need = Zu entscheiden
users-any-need = Alles
users-need-of = { $need ->
    [away] Seit 90 Tagen nicht angemeldet
    [direct] Hat Rechte ohne Rolle
    [ending] Rechte enden in einer Woche
    [leaving] Geht in einer Woche
   *[put_off] Auftrag nicht ausgeführt
}
users-add-more = Weiteres anlegen
