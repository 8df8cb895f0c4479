### Die Seite eines Benutzers: Kopf, Reiter und was über ihn bekannt ist.

user-tabs = Teile dieses Benutzers
user-tab-profile = Profil
user-tab-access = Zugriff
user-tab-telephony = Telefonie
user-tab-answering = Annahmeregeln
user-tab-voicemail = Voicemail
user-tab-activity = Verlauf
user-tab-advanced = Erweitert
user-extension = Nebenstelle { $extension }
user-on-call = Im Gespräch
user-called = Name
user-system-note = Was das Verzeichnis davon zeigt.

## Was über eine Person bekannt ist.

user-profile = Persönliche Angaben
user-profile-note = Sprache, Zeitzone und Land sind die der Organisation, wo nichts eingetragen ist.
user-sign-in = Anmeldung
user-sign-in-note = Adressen, Mobilnummern und Anmeldenamen. Leeren Sie ein Feld, um es zu entfernen.
user-sign-in-saved = Anmeldung gespeichert.
user-add-email = E-Mail hinzufügen
user-add-mobile = Mobilnummer hinzufügen
user-add-login = Anmeldenamen hinzufügen
user-no-team = In keinem Team.
user-extra-note = Was Ihre Organisation sonst über einen Benutzer festhält, etwa eine Personalnummer.
user-extra-none = Noch nichts.
user-extra-name = Name
user-extra-value = Wert
user-extra-add = Angabe hinzufügen
user-extra-remove = Diese Angabe entfernen
user-extra-saved = Zusätzliche Angaben gespeichert.
user-extra-restored = Die zusätzlichen Angaben sind wieder wie zuvor.

## Was ein Benutzer darf.

user-roles = Rollen
user-roles-note = Eine Rolle sagt, was getan werden darf; ihr Bereich, in welchem Teil der Organisation.
user-no-role = Keine Rolle.
user-give-role = Rolle geben
user-replace-roles = Alle Rollen ersetzen
user-permissions = Einzelne Rechte
user-permissions-note = Nicht empfohlen: Später sieht niemand, wofür sie waren. Eine Rolle sagt es und ändert sich für alle, die sie haben.
user-no-permission = Keine, wie es sein soll.
user-give-permission = Recht geben
user-permission = Recht
user-choose-permission = Recht wählen
user-permission-advice = Eine Rolle ist fast immer besser: Sie hat einen Namen, sagt, wofür sie da ist, und wird einmal für alle geändert, die sie haben.
user-place-own = Nur für die Person selbst
user-place-everywhere = In der ganzen Organisation
user-place-team = In { $team }
user-grant-ended = Ist abgelaufen
user-grant-until = Bis { $day }
user-grant-provisioned = Von der Bereitstellung gesetzt
user-grant-change-end = Ende von „{ $name }“ ändern
user-take = „{ $name }“ entziehen
user-take-title = { $who } „{ $what }“ entziehen?
user-take-yes = Entziehen
user-taken = Entzogen.
user-give-role-title = { $who } eine Rolle geben
user-replace-title = Rollen von { $who } ersetzen
user-give-permission-title = { $who } ein einzelnes Recht geben
user-end-title = Wann „{ $name }“ endet
user-until = Bis zum Ende des
user-until-hint = Leer: Sie endet nicht von selbst.
user-give-yes = Geben
user-replace-yes = Ersetzen
user-given = Gegeben.
user-roles-replaced = Rollen ersetzt.
user-end-changed = Ende geändert.
user-rights = Wirksame Rechte
user-rights-note = Alles, was dieser Benutzer darf, wo, und woher das Recht kommt.
user-no-rights = Darf nichts.
user-rights-rest = Diese Rechte ruhen, bis der Benutzer aktiv ist.
user-right-through = Durch { $because }
user-because-direct = ein einzelnes Recht
user-because-in-team = { $role } in { $team }

## Wie ein Benutzer erreicht wird.

user-extension-note = { $own ->
    [yes] Die Nummer, unter der Kollegen Sie anrufen, und was dort klingelt.
   *[no] Die Nummer, unter der Kollegen diesen Benutzer anrufen, und was dort klingelt.
}
user-no-extension = Keine Nebenstelle.
user-extension-saved = Nebenstelle gespeichert.
user-unassign = Nebenstelle zurücknehmen
user-unassign-title = { $who } die Nebenstelle { $extension } nehmen?
user-unassign-question = { $own ->
    [yes] Niemand erreicht Sie mehr darunter, und sie ist für andere frei.
   *[no] Niemand erreicht diesen Benutzer mehr darunter, und sie ist für andere frei.
}
user-unassign-yes = Zurücknehmen
user-unassigned = Nebenstelle zurückgenommen.
user-numbers = Rufnummern
user-numbers-note = { $own ->
    [yes] Rufnummern aus dem Bestand, die nur Sie haben.
   *[no] Rufnummern aus dem Bestand, die nur dieser Benutzer hat.
}
user-no-number = Keine Rufnummer.
user-assign-number = Rufnummer zuweisen
user-assign-title = { $who } eine Rufnummer zuweisen
user-assign = Zuweisen
user-choose-number = Rufnummer wählen
user-no-free-number = Keine Rufnummer ist frei. Fügen Sie dem Bestand zuerst eine hinzu.
user-number-of-kind = { $number } — { $kind }
user-number-labelled = { $number } — { $kind }, { $label }
user-number-assigned = { $number } zugewiesen.
user-rings-too = { $mobile } klingelt mit
user-rings-off = { $mobile } ist abgeschaltet
user-link-mobile = Mobiltelefon, das mit { $number } klingelt
user-link-title = Mobiltelefon, das mit { $number } klingelt
user-link-note = Wird die Nummer angerufen, klingelt dieses Mobiltelefon mit den Telefonen.
user-link-on = Klingelt zurzeit
user-link-saved = Mobiltelefon gespeichert.
user-take-number = { $number } zurücknehmen
user-take-number-title = { $who } die Nummer { $number } nehmen?
user-take-number-question = Sie ruht eine Weile, bevor jemand anders sie bekommen kann, damit alte Anrufer keinen Fremden erreichen.
user-take-number-yes = Zurücknehmen
user-number-taken = Rufnummer zurückgenommen.
user-shown-note = { $own ->
    [yes] Was andere sehen, wenn Sie anrufen: Ihre eigenen Nummern und die von Gruppen.
   *[no] Was andere sehen, wenn dieser Benutzer anruft: seine eigenen Nummern und die von Gruppen.
}
user-shows-none = Keine Nummer gewählt.
user-nothing-to-show = Es gibt noch keine Nummer, die er anzeigen könnte.
user-shown-saved = Angezeigte Nummern gespeichert.
user-phones = Telefone
user-phones-note = { $own ->
    [yes] Die Geräte, die für Sie klingeln. Ihre Kennwörter bleiben auf dem Server.
   *[no] Die Geräte, die für diesen Benutzer klingeln. Ihre Kennwörter bleiben auf dem Server.
}
user-no-phone = Kein Telefon. Ohne Telefon kann ein Benutzer nicht angerufen werden.
user-phone-unnamed = Telefon der Nebenstelle
user-phone-example = Yealink T54W
user-rings-at = Klingelt bei Nebenstelle { $extension }
user-no-line = Klingelt bei keiner Nebenstelle
user-add-phone = Telefon hinzufügen
user-add-phone-title = Telefon für { $who } hinzufügen
user-edit-phone = { $phone } bearbeiten
user-edit-phone-title = Telefon bearbeiten
user-phone-added = Telefon hinzugefügt.
user-phone-saved = Telefon gespeichert.
user-remove-phone = { $phone } entfernen
user-remove-phone-title = { $phone } entfernen?
user-remove-phone-question = Es klingelt nicht mehr, und sein Passwort wird vergessen. Wird es wieder hinzugefügt, bekommt es ein neues.
user-remove-phone-yes = Telefon entfernen
user-phone-removed = Telefon entfernt.

## Was geschieht, wenn ein Benutzer angerufen wird.

user-rules-note = Die erste Regel, die passt, entscheidet. Ziehen Sie eine Regel am Griff, oder bewegen Sie sie mit den Pfeiltasten. Ohne Regeln klingeln die Telefone, dann antwortet die Voicemail, wo sie an ist.
user-no-rule = Keine Regel: Die Telefone klingeln.
user-rule-add = Regel hinzufügen
user-rule-edit = Regel bearbeiten
user-rule-remove = Regel entfernen
user-rule-removed = Regel entfernt.
user-rule-moved = Regel verschoben.
user-rule-now = Regel { $place } von { $count }
user-rule-handle = Regel { $place } verschieben
user-rule-handle-hint = Ziehen oder Pfeiltasten benutzen
user-rule-up = Nach oben
user-rule-down = Nach unten
user-rules-saved = Annahmeregeln gespeichert.
user-rule-when = Wenn
user-rule-action = Dann
user-rule-seconds = Sekunden klingeln
user-rule-target = An
user-rule-day = Tag
user-rule-from = Von
user-rule-to = Bis
user-rule-add-day = Zeiten hinzufügen
user-rule-remove-day = Diese Zeiten entfernen
user-when-always = Immer
user-when-busy = Besetzt
user-when-no-answer = Keine Antwort
user-when-unreachable = Nicht erreichbar
user-when-hours = Zu bestimmten Zeiten
user-action-ring = Telefone klingeln lassen
user-action-forward = Anruf weiterleiten
user-action-voicemail = Voicemail
user-action-reject = Anruf abweisen
user-choose-target = Ziel wählen
user-target-outside = Eine Rufnummer
user-target-at = { $name } ({ $extension })
user-day = { $day ->
    [monday] Montag
    [tuesday] Dienstag
    [wednesday] Mittwoch
    [thursday] Donnerstag
    [friday] Freitag
    [saturday] Samstag
   *[sunday] Sonntag
}
user-ringing = Was jetzt klingeln würde
user-ringing-note = { $own ->
    [yes] Würden Sie in diesem Augenblick angerufen.
   *[no] Würde dieser Benutzer in diesem Augenblick angerufen.
}
user-dialled = Angerufen unter
user-not-dialled = { $own ->
    [yes] Niemand kann Sie anrufen: Sie haben weder Nebenstelle noch Rufnummer.
   *[no] Niemand kann diesen Benutzer anrufen: Er hat weder Nebenstelle noch Rufnummer.
}
user-step-at-once = Sofort
user-step-after = { $count ->
    [one] Nach { $count } s
   *[other] Nach { $count } s
}
user-step-rings = { $count ->
    [one] { $who } klingelt { $count } Sekunde
   *[other] { $who } klingelt { $count } Sekunden
}
user-step-rejected = Der Anruf wird abgewiesen
user-step-skipped = { $why ->
    [closed] { $who } ist geschlossen
    [holiday] { $who } ist wegen eines Feiertags geschlossen
    [disabled] { $who } ist deaktiviert
    [not_routed] { $who } nimmt keine Anrufe an
    [nobody_available] Niemand in { $who } ist verfügbar
    [not_active] { $who } ist nicht aktiv
    [busy] { $who } ist im Gespräch
    [unreachable] { $who } hat kein Telefon
    [not_assigned] { $who } ist nicht zugewiesen
   *[goes_round] { $who } hatte den Anruf schon
}
user-voicemail-note = { $own ->
    [yes] Die PIN kennen nur Sie. Sie legen sie weiter unten fest.
   *[no] Die PIN kennt nur der Benutzer; er legt sie auf der eigenen Seite oder über den Link der Willkommensmail fest.
}
user-voicemail-on = Nachrichten annehmen
user-voicemail-on-note = Wenn niemand antwortet oder eine Regel es sagt.
user-voicemail-copy = Kopien per E-Mail senden
user-voicemail-copy-note = { $own ->
    [yes] Jede Nachricht kommt auch an Ihre E-Mail-Adresse.
   *[no] Jede Nachricht kommt auch an die E-Mail-Adresse des Benutzers.
}
user-voicemail-saved = Voicemail gespeichert.
user-sends-to = Leitet Anrufe an
user-no-target = Nirgendwohin: antwortet selbst

## Was mit einem Benutzer geschah.

user-history-note = Wer was geändert hat, das Neueste zuerst. Das Protokoll liegt auf dem Server.
user-history-none-title = Noch nichts
user-history-none = Mit diesem Benutzer geschah nichts, was Sie sehen dürfen.

## Was selten getan wird.

user-credentials = Zugangsdaten
user-access-now = Zugang
part-delete = Löschen
user-leaving = Austritt
user-data = Daten
user-data-note = Alles, was es über diesen Benutzer gibt, als Datei.
user-welcome = Willkommensmail senden
user-hand-over-note = Ein Link mit Code oder ein vorläufiges Passwort, das Ihnen einmal gezeigt wird: für jemanden ohne Postfach.
user-welcome-note = Ein Link, über den der Benutzer Passwort und Voicemail-PIN setzt.
user-welcome-title = { $who } die Willkommensmail senden?
user-welcome-yes = Mail senden
user-welcome-sent = Willkommensmail gesendet.
user-force-reset = Neues Passwort erzwingen
user-force-reset-note = Das alte Passwort gilt nicht mehr, alle Sitzungen enden, und eine Mail bittet um ein neues.
user-force-reset-title = Neues Passwort für { $who } erzwingen?
user-force-reset-yes = Neues Passwort erzwingen
user-force-reset-done = Ein neues Passwort wird verlangt.
user-end-sessions = Sitzungen beenden
user-end-sessions-note = Meldet den Benutzer auf allen Geräten ab. Er kann sich wieder anmelden.
user-end-sessions-title = Sitzungen von { $who } beenden?
user-end-sessions-yes = Sitzungen beenden
user-sessions-ended = Sitzungen beendet.
user-activate-note = Macht einen Benutzer aktiv, der nur ein Telefon hat und weder Link noch Passwort braucht.
user-suspend-note = Beendet den Zugang, bis Sie den Benutzer entsperren. Alles andere bleibt; die Plätze sind solange frei.
user-reactivate-note = Gibt den Zugang zurück und belegt die Plätze wieder.
user-reset = Zurücksetzen
user-reset-note = Für einen Nachfolger: Nebenstelle, Rufnummern und Teams bleiben, die Person geht.
user-reset-title = { $who } zurücksetzen?
user-reset-loses = Name, Passwort und Voicemail-PIN werden gelöscht; der Benutzer ist vorbereitet und kann wieder eingeladen werden.
user-reset-yes = Benutzer zurücksetzen
user-reset-done = Der Benutzer wurde zurückgesetzt.
user-off-board-note = Sperrt den Benutzer jetzt oder an einem Tag, übergibt Rufnummern, Anrufe und Teams und löscht ihn auf Wunsch später.
user-delete-note = Der Benutzer geht mit allem, was ihm gehört.
user-loses-grants = { $count ->
    [one] Verliert { $roles }.
   *[other] Verliert { $roles }.
}
user-loses-phones = { $count ->
    [one] { $count } Telefon wird entfernt.
   *[other] { $count } Telefone werden entfernt.
}
user-loses-voicemail = Die Voicemail wird mit ihren Nachrichten gelöscht.
user-loses-routes = { $count ->
    [one] { $routes } leitet Anrufe dorthin und dann nirgendwohin.
   *[other] { $routes } leiten Anrufe dorthin und dann nirgendwohin.
}
user-restorable = Der Benutzer kann bis { $day } wiederhergestellt werden.
