### Was viele Seiten sagen.

-brand = Rollcall

pending = Ausstehend
pending-title = Wartet auf die Bestätigung des Servers
undelivered = Nicht zugestellt
undelivered-title = Eine Mail konnte nicht zugestellt werden
close = Schließen
cancel = Abbrechen
save = Speichern
undo = Rückgängig
undone = Rückgängig gemacht.
dismiss = Ausblenden
show-digits = Ziffern anzeigen
show-password = Passwort anzeigen
needs-server = Dafür wird der Server gebraucht, der gerade nicht erreichbar ist.
try-again = Erneut versuchen
loading = Wird geladen

full-name = Vor- und Nachname
optional = (optional)
scope-own = Nur für die Person selbst
scope-organisation = In der ganzen Organisation
invite-user = Benutzer einladen
prepare-user = Benutzer vorbereiten
new-system = Konferenzraum, Sprachmenü oder Warteschlange anlegen
send-invitation = Einladung senden
invitation-sent = Einladung an { $name } gesendet.
invitation-sent-later = Die Einladung an { $name } wird gesendet, sobald Sie wieder online sind.
saved = Gespeichert.
done = Fertig
actions = Aktionen

standing-active = Aktiv
standing-prepared = Vorbereitet
standing-invited = Eingeladen
standing-expired = Abgelaufen
standing-suspended = Gesperrt

seats-taken = { $taken } / { $seats }
seats-taken-unlimited = { $taken } vergeben
seats-of-licence = { $licence }: { $taken } von { $seats } Plätzen vergeben
seats-of-licence-unlimited = { $licence }: { $taken } vergeben
seats-left = { $left } von { $seats } frei
seats-none-left = Kein Platz von { $seats } frei
licence-seats-left = { $licence } – { $left } von { $seats } frei
licence-none-left = { $licence } – kein Platz von { $seats } frei
licence-unlimited = { $licence } – unbegrenzt
so-many-of = { $done } von { $all }

organisation = Organisation
organisation-hint = Ihr Kurzname, zum Beispiel acme.
# Steht immer im Dativ: „von Ihrer Organisation“.
your-organisation = Ihrer Organisation
new-password = Neues Passwort
enter-password = Geben Sie Ihr Passwort ein.
enter-identifier = Geben Sie Ihre E-Mail-Adresse, Mobilnummer oder Ihren Anmeldenamen ein.
identifier-hint = Oder Ihre Mobilnummer oder Ihr Anmeldename.
forgot-password = Passwort vergessen?
go-to-sign-in = Zur Anmeldung
go-on = Weiter

refresh = Aktualisieren
download-failed = Der Browser hat die Datei nicht gespeichert. Erlauben Sie Downloads für diese Seite und versuchen Sie es noch einmal.
leave-title = Änderungen verwerfen?
leave-question = Was Sie in dieses Formular eingegeben haben, ist nicht gespeichert.
leave-yes = Änderungen verwerfen
discard = Verwerfen
