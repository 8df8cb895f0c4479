### What several parts of the page say that are fetched later.

no-licence = Keine Lizenz
choose-role = Rolle wählen
choose-team = Team wählen
choose-scope = Bereich wählen
scope-team = Im unten gewählten Team
choose-licence = Lizenz wählen
your-password = Ihr Passwort
send-link = Link senden
link-until = Dieser Link kann einmal verwendet werden, bis { $until }.
link-over-title = Dieser Link ist nicht mehr gültig
number-none = Keine Rufnummer

## Ein Bild.

picture-choose = Bild auswählen
picture-file = Datei mit dem Bild
picture-remove = Bild entfernen
picture-set = Bild gespeichert.
picture-removed = Bild entfernt.
picture-unreadable = Diese Datei ist kein lesbares Bild. Wählen Sie eine PNG-, JPEG- oder WebP-Datei.
