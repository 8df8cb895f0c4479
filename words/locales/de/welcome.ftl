### Die ersten Schritte einer neuen Organisation.

welcome-title = Willkommen. Drei Schritte für den Anfang
welcome-sub = In beliebiger Reihenfolge. Was erledigt ist, ist abgehakt.
welcome-dismiss = Nicht mehr zeigen
welcome-done = Erledigt
welcome-invite = Jemanden einladen
welcome-invite-note = Per E-Mail, mit Rolle und Nebenstelle. Oder übergeben Sie einen Link.
welcome-import = Alle anderen importieren
welcome-import-note = Eine Liste aus einer Tabelle oder einer anderen Telefonanlage, mit Teams und Rufnummern; sie wird geprüft, bevor etwas geschieht.
welcome-teams = Teams anlegen
welcome-teams-note = Sie nehmen Anrufe an, und Manager kümmern sich um sie.
