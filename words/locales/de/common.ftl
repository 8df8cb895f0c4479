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
