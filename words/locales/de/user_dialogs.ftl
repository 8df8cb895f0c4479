### The dialogs about users.

users-profile-saved = Profil gespeichert.
users-profile-restored = Das Profil ist wieder wie zuvor.
users-licence-of = Lizenz von { $name }
users-licence-changed = Lizenz geändert.
users-licence-restored = Die Lizenz ist wieder wie zuvor.
ask-delete-one = { $name } löschen?
ask-delete = { $count ->
    [one] { $count } Benutzer löschen?
   *[other] { $count } Benutzer löschen?
}
ask-suspend-one = { $name } sperren?
ask-suspend = { $count ->
    [one] { $count } Benutzer sperren?
   *[other] { $count } Benutzer sperren?
}
ask-send = { $count ->
    [one] { $count } Einladung senden?
   *[other] { $count } Einladungen senden?
}
ask-delete-one-sure = Möchten Sie diesen Benutzer wirklich löschen?
ask-delete-sure = Möchten Sie diese Benutzer wirklich löschen?
ask-suspend-one-meaning = Das Sperren beendet den Zugang dieses Benutzers, bis Sie ihn entsperren.
ask-suspend-meaning = Das Sperren beendet den Zugang dieser Benutzer, bis Sie sie entsperren.
ask-send-meaning = Jeder Benutzer erhält eine Mail mit einem Code und einem Link. Eine abgelaufene Einladung wird noch einmal gesendet.
ask-delete-one-yes = Benutzer löschen
ask-suspend-one-yes = Benutzer sperren
ask-loses-roles = { $count ->
    [one] Verliert die Rolle { $roles }.
   *[other] Verliert die Rollen { $roles }.
}
ask-invitation-void = Die gesendete Einladung wird ungültig.
ask-roles-too = Ihre Rollen und offenen Einladungen werden mit gelöscht.
ask-no-undo = Das kann nicht rückgängig gemacht werden.
ask-suspend-keeps = Rollen, Teams und Nebenstelle bleiben erhalten. Beim Entsperren werden die Plätze wieder belegt.

## Womit sich eine Person anmeldet, wird übergeben.

hand-over-to = Zugang übergeben an { $name }
hand-over-what = Was übergeben wird
hand-over-link = Link und Code
hand-over-link-note = Die Person öffnet den Link, gibt den Code ein und wählt ein Passwort.
hand-over-password = Vorläufiges Passwort
hand-over-password-note = Die Person ist sofort aktiv und ändert das Passwort bei der ersten Anmeldung.
hand-over-replaces = Ein vorläufiges Passwort ersetzt das Passwort dieser Person und wird bei der nächsten Anmeldung geändert. Alle ihre Sitzungen enden jetzt.
hand-over-make-link = Link und Code erzeugen
hand-over-make-password = Passwort erzeugen
hand-over-offline = Dafür wird der Server gebraucht. Versuchen Sie es wieder, sobald Sie online sind.
hand-over-once = Das wird nur einmal gezeigt. Nach dem Schließen kann es niemand mehr sehen; Sie können etwas Neues erzeugen, womit dieses endet.
hand-over-link-is = Link
hand-over-code-is = Code
hand-over-sign-in-at = Anmeldeseite
hand-over-sign-in-by = Anmeldung als
hand-over-password-is = Vorläufiges Passwort
hand-over-qr = QR-Code des Links
hand-over-until = Beide werden gebraucht, bis { $when }.
hand-over-change = Es wird bei der ersten Anmeldung geändert, spätestens bis { $when }.
hand-over-copy = Kopieren
hand-over-copied = Kopiert. Es bleibt in der Zwischenablage, bis etwas anderes kopiert wird.
hand-over-not-copied = Der Browser lässt die Seite nicht kopieren. Markieren Sie den Text, und kopieren Sie ihn selbst.
hand-over-print = Drucken
users-assigned = { $name } hat die Nebenstelle { $extension }.
users-assign-none = Keine Nebenstelle ist frei. Der Bereich lässt sich in den Einstellungen erweitern.
users-assign-hint = Freie werden beim Tippen vorgeschlagen.
users-assign-any = Zwei bis acht Ziffern, die niemand sonst hat.
