### Eine Einladung annehmen.

invitation-expired-title = Diese Einladung ist abgelaufen
invitation-expired = Bitten Sie einen Administrator von { $organisation }, sie noch einmal zu senden.
invitation-used-title = Diese Einladung wurde angenommen
invitation-used = Sie sind schon Benutzer von { $organisation }. Melden Sie sich mit Ihrem Passwort an.
invitation-ended-title = Diese Einladung ist nicht mehr gültig
invitation-ended = Sie wurde zurückgezogen, oder eine neuere wurde gesendet. Suchen Sie nach einer späteren Mail oder fragen Sie einen Administrator von { $organisation }.
invitation-locked-title = Diese Einladung ist blockiert
invitation-locked = Der Code war zu oft falsch. Bitten Sie einen Administrator von { $organisation }, die Einladung noch einmal zu senden.
invitation-unknown-title = Dieser Link führt zu keiner Einladung
invitation-unknown = Prüfen Sie, ob Sie den ganzen Link aus der Mail kopiert haben, oder bitten Sie einen Administrator, die Einladung noch einmal zu senden.

accept-code-sub = Geben Sie den Code aus der Mail an { $email } ein.
accept-code-handed = Geben Sie den Code ein, den Sie mit dem Link erhalten haben.
accept-code-length = Der Code hat { $count } Zeichen.
accept-about-you = Über Sie
accept-sign-in-as = Sie melden sich als { $email } an.
accept-known-title = Zum Beitreten anmelden
accept-known = { $email } hat schon ein Konto.
accept-known-password = Das Passwort Ihres Kontos.
accept-join = Beitreten
accept-welcome = Sie sind dabei und können jetzt anrufen und angerufen werden.
accept-open = Verzeichnis öffnen
