### Anmelden, auch nach dem Ende einer Sitzung, und Abmelden.

sign-in-sub = Das Personenverzeichnis Ihrer Telefonanlage.
sign-in-again = Wieder anmelden
sign-in-again-note = Ihre Sitzung ist beendet. Was Sie seitdem getan haben, bleibt auf diesem Gerät erhalten und wird gesendet, sobald Sie angemeldet sind.
sign-in-offline = Zum Anmelden brauchen Sie eine Verbindung, und der Server ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.
sign-in-change = Das Passwort ist vorläufig. Wählen Sie ein eigenes; künftig melden Sie sich damit an.
sign-in-organisation-hint = Nur wenn Ihnen jemand einen Link oder ein Passwort übergeben hat: ihr Kurzname, etwa acme.
sign-in-demo = Dies ist eine Demo. Die Anmeldedaten des Administrators:
sign-in-use-demo = Mit der Demo anmelden

sign-out-title = Abmelden?
sign-out-deletes = Die Verzeichnisse aller Ihrer Organisationen werden von diesem Gerät gelöscht.
sign-out-loses-pending = { $count ->
    [one] { $count } Änderung hat den Server noch nicht erreicht und geht verloren.
   *[other] { $count } Änderungen haben den Server noch nicht erreicht und gehen verloren.
}
sign-out-loses-refused = { $count ->
    [one] { $count } abgelehnte Änderung in Ihrem Eingang geht verloren.
   *[other] { $count } abgelehnte Änderungen in Ihrem Eingang gehen verloren.
}
sign-out-question = Sie können sich jederzeit wieder anmelden, wenn Sie online sind.
sign-out-losing-question = Ein Teil Ihrer Arbeit ginge verloren.
sign-out-losing = Abmelden und verwerfen

expired-title = Gehen Sie zuerst online
expired-sentence = Dieses Gerät hatte länger keine Verbindung zum Server, als Ihre Organisation erlaubt. Deshalb wird das Verzeichnis nicht angezeigt. Ihre noch nicht gesendete Arbeit bleibt erhalten.
expired-since = Die letzte Verbindung war am { $synced }. Dieses Gerät hatte länger keine Verbindung zum Server, als Ihre Organisation erlaubt. Deshalb wird das Verzeichnis nicht angezeigt. Ihre noch nicht gesendete Arbeit bleibt erhalten.
