### Wer noch nicht da ist.

invitations-search = Name, E-Mail suchen
invitations-empty-title = Niemand wartet
invitations-empty-sentence = Alle, die hinzugefügt wurden, sind da, oder noch niemand wurde hinzugefügt.
invitations-soon = Läuft bald ab
invitations-sent = Gesendet
invitations-by = Eingeladen von
invitations-expires = Läuft ab
invitations-revoke-title = { $count ->
    [one] Einladung von { $name } zurückziehen?
   *[other] { $count } Einladungen zurückziehen?
}
invitations-revoke-means = Code und Link in der Mail gelten nicht mehr. Vorbereitete behalten ihren Platz und können wieder eingeladen werden.
invitations-revoked = { $count ->
    [one] Die Einladung von { $name } wurde zurückgezogen.
   *[other] { $count } Einladungen wurden zurückgezogen.
}
invitations-earlier = Früher gesendete Codes und Links gelten nicht mehr.
invitations-send = Senden
invitations-show = Bei den Benutzern anzeigen
invitations-sent-times = { $count ->
    [one] Gesendet { $when }
   *[other] { $count }-mal gesendet, zuletzt { $when }
}
invitations-scheduled = Geplant
invitations-send-now = Jetzt senden
invitations-schedule = Zu einem Zeitpunkt senden …
invitations-reschedule = Zeitpunkt ändern …
invitations-call-off = Absagen
invitations-schedule-title = Einladung von { $name }
invitations-schedule-note = Der Server sendet die Mail zu diesem Zeitpunkt, auch wenn niemand angemeldet ist.
invitations-scheduled-said = Die Einladung ist geplant.
invitations-called-off = Die Einladung von { $name } wird nicht mehr von selbst gesendet.
invitations-goes-out = Geht { $when } hinaus
invitations-due = Geht hinaus
invitations-due-by = { $when }, geplant von { $by }
