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
