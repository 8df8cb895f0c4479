### Das Formular für einen neuen Benutzer, der jetzt eingeladen oder für später vorbereitet wird.

invite-save-prepared = Als vorbereitet speichern
invite-what = Was geschehen soll
invite-now = Jetzt einladen
invite-later = Für später vorbereiten
invite-password = Mit Anmeldename und Passwort
invite-note = Eine Mail mit einem Code und einem Link wird sofort gesendet.
invite-note-offline = Sie sind offline: Die Einladung wird gesendet, sobald Sie wieder online sind.
invite-note-prepared = Es wird keine Mail gesendet. Sie können die Einladung später senden.
invite-prepared = { $email } ist vorbereitet.
invite-no-seats = Alle Plätze der Lizenzen sind vergeben, deshalb kann gerade niemand eingeladen werden. Sie können den Benutzer ohne Lizenz vorbereiten.
invite-example = name@example.com
invite-name-hint = Die Person kann ihn beim Annehmen ändern.
invite-no-role = Keine Rolle
invite-no-team = Kein Team
invite-team-hint = Diese Rolle gilt innerhalb eines Teams.
invite-choose-team = Wählen Sie ein Team.
invite-password-title = Benutzer mit Passwort anlegen
invite-password-save = Benutzer anlegen
invite-password-note = Es geht keine Mail hinaus. Sagen Sie der Person das Passwort; bei der ersten Anmeldung wird es geändert.
invite-password-done = { $login } kann sich jetzt mit dem Passwort anmelden, das Sie vergeben haben, und ändert es dabei.
invite-at = Zu einem Zeitpunkt einladen
invite-at-title = Benutzer später einladen
invite-at-save = Einladung planen
invite-at-note = Der Benutzer wird jetzt vorbereitet. Die Mail sendet der Server zu diesem Zeitpunkt; bis dahin lässt er sich ändern oder absagen.
invite-at-note-offline = Sie sind offline: Der Server erfährt davon, sobald Sie wieder online sind. Die Mail geht zu diesem Zeitpunkt hinaus, oder dann.
invite-at-done = { $email } ist vorbereitet und wird zu diesem Zeitpunkt eingeladen.

## Was angerufen wird, aber keine Person ist.

system-make = Anlegen
system-made = { $name } ist angelegt.
system-offline = Sie sind offline: Angelegt wird, sobald Sie wieder online sind.
system-target-hint = Eine Warteschlange oder ein Sprachmenü leitet Anrufe weiter. Was nichts weiterleitet, nimmt selbst ab.
