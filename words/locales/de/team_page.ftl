### Die Seite eines Teams, und wie man eines anlegt.

gather-take = { $name } weglassen

team-go = Zu den Teams
team-tabs = Teile dieses Teams
team-managed-by = Geleitet von { $names }
team-called-at = Erreichbar unter { $numbers }
team-settings = Einstellungen

## Eines anlegen.

team-new = Neues Team
team-create = Team anlegen
team-created = Team { $team } angelegt.
team-nobody-yet = Noch niemand. Mitglieder lassen sich auch später hinzufügen.

## Wer darin ist.

team-members-note = Wer von Hand, durch eine Rolle oder beides darin ist. Wer durch eine Rolle kam, geht mit ihr.
team-search = Mitglied suchen
team-nobody-found = Kein Mitglied passt.
team-add-member = Jemanden hinzufügen
team-member-added = { $name } hinzugefügt.
team-remove-member = { $name } entfernen
team-member-removed = { $name } entfernt.
team-roles-note = Wer eine dieser Rollen hat, gehört so lange zum Team.
team-no-roles = Keine Rolle.
team-roles-saved = Rollen des Teams gespeichert.

## Seine Kanäle.

team-channels-note = Wer das Team sieht, sieht seine öffentlichen Kanäle; private sind für Mitglieder.
team-no-channels = Keine Kanäle.
team-public-note = Öffentlich
team-private = Privat
team-private-note = Nur für Mitglieder
team-add-channel = Kanal hinzufügen
team-channel-added = Kanal hinzugefügt.
team-edit-channel = { $channel } bearbeiten
team-channel-saved = Kanal gespeichert.
team-delete-channel = { $channel } löschen
team-delete-channel-title = Den Kanal { $channel } löschen?
team-delete-channel-question = Der Kanal ist dann für alle weg.
team-delete-channel-yes = Kanal löschen
team-channel-deleted = Kanal { $channel } gelöscht.

## Wohin seine Anrufe gehen.

team-routing-note = Bei wem es klingelt, wenn das Team angerufen wird, wann es offen ist, und wohin Anrufe gehen, die niemand annimmt.
team-takes = Nimmt Anrufe an
team-takes-note = Nummern, Warteschlangen und andere Teams können ihm Anrufe schicken.
team-takes-none = Nimmt keine Anrufe an.
team-all-at-once = Alle zugleich
team-all-at-once-note = Bei allen, die frei sind, klingelt es zur selben Zeit.
team-in-order = Einer nach dem anderen
team-in-order-note = Nach Namen, bei jedem Anruf von vorn.
team-round-robin = Reihum
team-round-robin-note = Beginnt hinter dem, der zuletzt angenommen hat.
team-longest-idle = Am längsten ohne Anruf
team-longest-idle-note = Zuerst klingelt es bei dem, der am längsten keinen Anruf hatte.
team-seconds = Sekunden zu klingeln
team-overflow = Wenn niemand annimmt oder geschlossen ist
team-overflow-hint = Eine Person, ein anderes Team, eine Voicemail oder eine Nummer außerhalb. Leer: Der Anruf endet.
team-always-open = Immer offen
team-always-open-note = Ohne Öffnungszeiten ändern auch Feiertage nichts.
team-holiday = Feiertag
team-holiday-named = Feiertag: { $name }
team-hours-zone = Zeitzone: { $zone }.
team-week = Öffnungszeiten der nächsten sieben Tage
team-week-note = Ziehen Sie in einem Tag, um Zeiten hinzuzufügen.
team-routing-saved = Anrufverteilung gespeichert.
team-ringing-note = Bei wem es jetzt klingeln würde und bei wem danach, riefe jemand das Team in diesem Moment an.

## Was mit ihm getan wird.

team-name-note = Wie es heißt und wofür es steht.
team-saved = Team gespeichert.
team-picture-note = Erscheint überall, wo das Team steht, auch ohne Netz. Behalten wird die Mitte des Bildes, verkleinert.
team-use = Verwendung
team-disable = Team deaktivieren
team-disable-note = Nur wer es verwaltet, sieht es noch, und es nimmt keine Anrufe an. Die Mitglieder bleiben, Rollen darin ruhen.
team-disable-title = { $team } deaktivieren?
team-disabled-now = { $team } ist deaktiviert.
team-enable = Team aktivieren
team-enable-note = Die Mitglieder sehen es wieder, und Rollen darin gelten wieder.
team-enabled = { $team } ist wieder in Gebrauch.
team-delete = Team löschen
team-delete-note = Das Team geht mit seinen Kanälen, Mitgliedschaften und den Rollen, die darin vergeben wurden.
team-pointing = Anrufe kommen hierher von
team-delete-title = Das Team { $team } löschen?
team-delete-channels = { $count ->
    [one] { $count } Kanal wird gelöscht.
   *[other] { $count } Kanäle werden gelöscht.
}
team-delete-keeps = Seine Benutzer bleiben, wie sie sind.
team-deleted = Team { $team } gelöscht.
