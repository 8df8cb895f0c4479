### Das eigene Konto: Anmeldeadresse, Passwort, Sitzungen.

account-sub = Es ist in jeder Organisation, der Sie angehören, dasselbe.
account-signing-in = Anmeldung
account-events = Was mit Ihrem Konto geschehen ist

account-address = Adresse
account-no-address = Ihr Konto hat keine E-Mail-Adresse: Es wurde Ihnen persönlich übergeben.
account-address-waits = Ein Link wurde an { $email } gesendet. Öffnen Sie ihn bis { $until }, um sich mit dieser Adresse anzumelden; bis dahin gilt die bisherige.
account-change-address = Adresse ändern …
account-change-address-title = Anmeldeadresse ändern
account-change-address-note = Ein Link wird an die neue Adresse gesendet. Sobald Sie ihn öffnen, melden Sie sich mit dieser Adresse an, in jeder Organisation. Die alte Adresse wird benachrichtigt und kann die Änderung einen Tag lang aufhalten.
account-address-mailed = Ein Link zum Bestätigen der Adresse ist unterwegs an { $email }.

account-password-note = Eine Änderung beendet Ihre Sitzungen überall sonst.
account-change-password = Passwort ändern …
account-change-password-title = Ihr Passwort ändern
account-change-password-yes = Passwort ändern
account-password-changed = Ihr Passwort ist geändert. Alle Ihre anderen Sitzungen sind beendet.
account-same-password = Das ist Ihr aktuelles Passwort.
account-current-password = Aktuelles Passwort

sessions-title = Wo Sie angemeldet sind
sessions-end = Beenden …
sessions-end-yes = Beenden
sessions-end-others = Alle anderen beenden …
sessions-end-title = Sitzung in { $browser } beenden?
sessions-end-question = Wer sie verwendet, muss sich wieder anmelden.
sessions-end-others-title = Alle anderen Sitzungen beenden?
sessions-end-others-question = Überall außer hier müssen Sie sich wieder anmelden.
sessions-end-deletes = Das Verzeichnis wird dort gelöscht; noch nicht gesendete Arbeit bleibt auf dem Gerät.
sessions-ended = Die Sitzung ist beendet.
sessions-others-ended = Alle anderen Sitzungen sind beendet.
sessions-this = Diese
sessions-in-use = Gerade in Gebrauch
sessions-last-used = Zuletzt verwendet { $when }
sessions-signed-in = Angemeldet { $when }
account-data = Ihre Daten
account-data-note = Alles, was { $organisation } über Sie speichert und was mit Ihrem Konto geschah, als Datei.

## Was man in der Organisation hat.

own-presence = Anrufe Ihrer Teams
own-presence-note = Ob sie bei Ihnen klingeln.
own-presence-since = Seit { $when }.
own-queues = Sie nehmen Anrufe von { $teams } an.
presence-available = Verfügbar
presence-break = Pause
presence-signed-out = Abgemeldet
own-calls = Ihre Anrufe
own-calls-note = Die letzten: mit wem, wann und wie lange.
own-calls-none = Noch keine Anrufe. Sie erscheinen hier, sobald die Telefonanlage sie meldet.
own-calls-all = { $count ->
    [0] Alle Anrufe
    [one] { $count } Anruf
   *[other] Alle { $count } Anrufe
}
own-pin-note = Sie geben sie am Telefon ein, um Ihre Nachrichten abzuhören. Sie gilt in { $organisation }.
own-pin-set = PIN festlegen …
own-pin-title = Ihre Voicemail-PIN festlegen
own-pin-new = Neue PIN
own-pin-yes = PIN festlegen
own-pin-done = Ihre Voicemail-PIN ist festgelegt.
own-looks = Sprache und Design
own-looks-note = Das Design gilt für dieses Gerät.
own-theme = Design
