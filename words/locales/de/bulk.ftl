### Was mit vielen Benutzern auf einmal geschieht: die Frage davor, was geschehen wird, wer ausgenommen ist, was getan wurde.

bulk-deleted-name = (gelöscht)
bulk-more-names = { $count } weitere

## Was geschehen wird.

bulk-will-nothing = { $selected ->
    [one] Für den ausgewählten Benutzer ändert sich nichts.
   *[other] Für die { $selected } ausgewählten Benutzer ändert sich nichts.
}
bulk-will-add-role = { $share ->
    [all] { $count ->
        [one] { $count } Benutzer erhält die Rolle { $role }.
       *[other] { $count } Benutzer erhalten die Rolle { $role }.
    }
   *[some] { $count ->
        [one] { $count } von { $selected } ausgewählten Benutzern erhält die Rolle { $role }.
       *[other] { $count } von { $selected } ausgewählten Benutzern erhalten die Rolle { $role }.
    }
}
bulk-will-add-role-in = { $share ->
    [all] { $count ->
        [one] { $count } Benutzer erhält die Rolle { $role } in { $team }.
       *[other] { $count } Benutzer erhalten die Rolle { $role } in { $team }.
    }
   *[some] { $count ->
        [one] { $count } von { $selected } ausgewählten Benutzern erhält die Rolle { $role } in { $team }.
       *[other] { $count } von { $selected } ausgewählten Benutzern erhalten die Rolle { $role } in { $team }.
    }
}
bulk-will-remove-role = { $share ->
    [all] { $count ->
        [one] { $count } Benutzer verliert die Rolle { $role }.
       *[other] { $count } Benutzer verlieren die Rolle { $role }.
    }
   *[some] { $count ->
        [one] { $count } von { $selected } ausgewählten Benutzern verliert die Rolle { $role }.
       *[other] { $count } von { $selected } ausgewählten Benutzern verlieren die Rolle { $role }.
    }
}
bulk-will-remove-role-in = { $share ->
    [all] { $count ->
        [one] { $count } Benutzer verliert die Rolle { $role } in { $team }.
       *[other] { $count } Benutzer verlieren die Rolle { $role } in { $team }.
    }
   *[some] { $count ->
        [one] { $count } von { $selected } ausgewählten Benutzern verliert die Rolle { $role } in { $team }.
       *[other] { $count } von { $selected } ausgewählten Benutzern verlieren die Rolle { $role } in { $team }.
    }
}
bulk-will-replace-roles = { $share ->
    [all] { $count ->
        [one] { $count } Benutzer hat dann statt der bisherigen Rollen die Rolle { $role }.
       *[other] { $count } Benutzer haben dann statt der bisherigen Rollen die Rolle { $role }.
    }
   *[some] { $count ->
        [one] { $count } von { $selected } ausgewählten Benutzern hat dann statt der bisherigen Rollen die Rolle { $role }.
       *[other] { $count } von { $selected } ausgewählten Benutzern haben dann statt der bisherigen Rollen die Rolle { $role }.
    }
}
bulk-will-replace-roles-in = { $share ->
    [all] { $count ->
        [one] { $count } Benutzer hat dann statt der bisherigen Rollen die Rolle { $role } in { $team }.
       *[other] { $count } Benutzer haben dann statt der bisherigen Rollen die Rolle { $role } in { $team }.
    }
   *[some] { $count ->
        [one] { $count } von { $selected } ausgewählten Benutzern hat dann statt der bisherigen Rollen die Rolle { $role } in { $team }.
       *[other] { $count } von { $selected } ausgewählten Benutzern haben dann statt der bisherigen Rollen die Rolle { $role } in { $team }.
    }
}
bulk-will-add-team = { $share ->
    [all] { $count ->
        [one] { $count } Benutzer kommt ins Team { $team }.
       *[other] { $count } Benutzer kommen ins Team { $team }.
    }
   *[some] { $count ->
        [one] { $count } von { $selected } ausgewählten Benutzern kommt ins Team { $team }.
       *[other] { $count } von { $selected } ausgewählten Benutzern kommen ins Team { $team }.
    }
}
bulk-will-remove-team = { $share ->
    [all] { $count ->
        [one] { $count } Benutzer verlässt das Team { $team }.
       *[other] { $count } Benutzer verlassen das Team { $team }.
    }
   *[some] { $count ->
        [one] { $count } von { $selected } ausgewählten Benutzern verlässt das Team { $team }.
       *[other] { $count } von { $selected } ausgewählten Benutzern verlassen das Team { $team }.
    }
}
bulk-will-add-licence = { $share ->
    [all] { $count ->
        [one] { $count } Benutzer erhält { $licence }.
       *[other] { $count } Benutzer erhalten { $licence }.
    }
   *[some] { $count ->
        [one] { $count } von { $selected } ausgewählten Benutzern erhält { $licence }.
       *[other] { $count } von { $selected } ausgewählten Benutzern erhalten { $licence }.
    }
}
bulk-will-remove-licence = { $share ->
    [all] { $count ->
        [one] { $count } Benutzer gibt { $licence } zurück.
       *[other] { $count } Benutzer geben { $licence } zurück.
    }
   *[some] { $count ->
        [one] { $count } von { $selected } ausgewählten Benutzern gibt { $licence } zurück.
       *[other] { $count } von { $selected } ausgewählten Benutzern geben { $licence } zurück.
    }
}
bulk-will-suspend = { $share ->
    [all] { $count ->
        [one] { $count } Benutzer wird gesperrt.
       *[other] { $count } Benutzer werden gesperrt.
    }
   *[some] { $count ->
        [one] { $count } von { $selected } ausgewählten Benutzern wird gesperrt.
       *[other] { $count } von { $selected } ausgewählten Benutzern werden gesperrt.
    }
}
bulk-will-delete = { $share ->
    [all] { $count ->
        [one] { $count } Benutzer wird gelöscht.
       *[other] { $count } Benutzer werden gelöscht.
    }
   *[some] { $count ->
        [one] { $count } von { $selected } ausgewählten Benutzern wird gelöscht.
       *[other] { $count } von { $selected } ausgewählten Benutzern werden gelöscht.
    }
}
bulk-will-send = { $share ->
    [all] { $count ->
        [one] { $count } Benutzer erhält eine Einladung.
       *[other] { $count } Benutzer erhalten eine Einladung.
    }
   *[some] { $count ->
        [one] { $count } von { $selected } ausgewählten Benutzern erhält eine Einladung.
       *[other] { $count } von { $selected } ausgewählten Benutzern erhalten eine Einladung.
    }
}

## Die Schaltfläche, die es tut.

bulk-yes-give = { $count ->
    [one] An { $count } Benutzer vergeben
   *[other] An { $count } Benutzer vergeben
}
bulk-yes-take = { $count ->
    [one] { $count } Benutzer entziehen
   *[other] { $count } Benutzern entziehen
}
bulk-yes-replace = { $count ->
    [one] Bei { $count } Benutzer ersetzen
   *[other] Bei { $count } Benutzern ersetzen
}
bulk-yes-add = { $count ->
    [one] { $count } Benutzer hinzufügen
   *[other] { $count } Benutzer hinzufügen
}
bulk-yes-remove = { $count ->
    [one] { $count } Benutzer entfernen
   *[other] { $count } Benutzer entfernen
}
bulk-yes-suspend = { $count ->
    [one] { $count } Benutzer sperren
   *[other] { $count } Benutzer sperren
}
bulk-yes-delete = { $count ->
    [one] { $count } Benutzer löschen
   *[other] { $count } Benutzer löschen
}
bulk-yes-send = { $count ->
    [one] { $count } Einladung senden
   *[other] { $count } Einladungen senden
}

## Was getan wurde.

bulk-done-add-role = { $count ->
    [one] Rolle { $role } an { $count } Benutzer vergeben.
   *[other] Rolle { $role } an { $count } Benutzer vergeben.
}
bulk-done-add-role-in = { $count ->
    [one] Rolle { $role } in { $team } an { $count } Benutzer vergeben.
   *[other] Rolle { $role } in { $team } an { $count } Benutzer vergeben.
}
bulk-done-remove-role = { $count ->
    [one] Rolle { $role } { $count } Benutzer entzogen.
   *[other] Rolle { $role } { $count } Benutzern entzogen.
}
bulk-done-remove-role-in = { $count ->
    [one] Rolle { $role } in { $team } { $count } Benutzer entzogen.
   *[other] Rolle { $role } in { $team } { $count } Benutzern entzogen.
}
bulk-done-replace-roles = { $count ->
    [one] { $count } Benutzer hat jetzt die Rolle { $role }.
   *[other] { $count } Benutzer haben jetzt die Rolle { $role }.
}
bulk-done-replace-roles-in = { $count ->
    [one] { $count } Benutzer hat jetzt die Rolle { $role } in { $team }.
   *[other] { $count } Benutzer haben jetzt die Rolle { $role } in { $team }.
}
bulk-done-add-team = { $count ->
    [one] { $count } Benutzer zum Team { $team } hinzugefügt.
   *[other] { $count } Benutzer zum Team { $team } hinzugefügt.
}
bulk-done-remove-team = { $count ->
    [one] { $count } Benutzer aus dem Team { $team } entfernt.
   *[other] { $count } Benutzer aus dem Team { $team } entfernt.
}
bulk-done-add-licence = { $count ->
    [one] { $licence } an { $count } Benutzer vergeben.
   *[other] { $licence } an { $count } Benutzer vergeben.
}
bulk-done-remove-licence = { $count ->
    [one] { $licence } { $count } Benutzer entzogen.
   *[other] { $licence } { $count } Benutzern entzogen.
}
bulk-done-suspend = { $count ->
    [one] { $count } Benutzer gesperrt.
   *[other] { $count } Benutzer gesperrt.
}
bulk-done-delete = { $count ->
    [one] { $count } Benutzer wird gelöscht.
   *[other] { $count } Benutzer werden gelöscht.
}
bulk-done-delete-offline = { $count ->
    [one] { $count } Benutzer wird gelöscht, sobald Sie wieder online sind.
   *[other] { $count } Benutzer werden gelöscht, sobald Sie wieder online sind.
}
bulk-done-send = { $count ->
    [one] { $count } Einladung gesendet.
   *[other] { $count } Einladungen gesendet.
}
bulk-done-send-offline = { $count ->
    [one] { $count } Einladung wird gesendet, sobald Sie wieder online sind.
   *[other] { $count } Einladungen werden gesendet, sobald Sie wieder online sind.
}

## Warum jemand ausgenommen ist.

bulk-already-add-role = Hat die Rolle bereits.
bulk-already-remove-role = Hat die Rolle nicht.
bulk-already-replace-roles = Hat bereits diese Rolle und keine andere.
bulk-already-add-team = Ist bereits im Team.
bulk-already-remove-team = Ist nicht im Team.
bulk-already-add-licence = Hat die Lizenz bereits.
bulk-already-remove-licence = Hat die Lizenz nicht.
bulk-already-suspend = Ist bereits gesperrt.
bulk-already-delete = Ist bereits gelöscht.
bulk-already-send = Hat bereits eine offene Einladung.

## Was es außerdem bewirkt, bei einem Benutzer („-one“) oder bei mehreren.

impact-signed-out-one = Wird sofort überall abgemeldet.
impact-signed-out = { $count ->
    [one] { $count } Benutzer wird sofort überall abgemeldet.
   *[other] { $count } Benutzer werden sofort überall abgemeldet.
}
impact-pool = { $licence } ({ $count })
impact-seats-back-one = { $count ->
    [one] Gibt einen Platz zurück: { $licences }.
   *[other] Gibt Plätze zurück: { $licences }.
}
impact-seats-back = Plätze werden frei: { $licences }.
impact-seats-taken-one = { $count ->
    [one] Belegt einen Platz: { $licences }.
   *[other] Belegt Plätze: { $licences }.
}
impact-seats-taken = Plätze werden belegt: { $licences }.
impact-lost-one = Verliert Rechte: { $permissions }.
impact-lost = { $count ->
    [one] { $count } Benutzer verliert Rechte: { $permissions }.
   *[other] { $count } Benutzer verlieren Rechte: { $permissions }.
}
impact-gained-one = Erhält Rechte: { $permissions }.
impact-gained = { $count ->
    [one] { $count } Benutzer erhält Rechte: { $permissions }.
   *[other] { $count } Benutzer erhalten Rechte: { $permissions }.
}
impact-left-one = { $count ->
    [one] Verlässt das Team { $teams }.
   *[other] Verlässt die Teams { $teams }.
}
impact-left = { $count ->
    [one] { $count } Mitgliedschaft endet: { $teams }.
   *[other] { $count } Mitgliedschaften enden: { $teams }.
}
impact-joined-one = { $count ->
    [one] Kommt ins Team { $teams }.
   *[other] Kommt in die Teams { $teams }.
}
impact-joined = { $count ->
    [one] { $count } Mitgliedschaft beginnt: { $teams }.
   *[other] { $count } Mitgliedschaften beginnen: { $teams }.
}
impact-teams-disabled = { $count ->
    [one] Das Team { $teams } wird deaktiviert, weil niemand mehr darin ist.
   *[other] Die Teams { $teams } werden deaktiviert, weil niemand mehr darin ist.
}
impact-extensions-freed = { $count ->
    [one] Nebenstelle { $extensions } wird frei.
   *[other] Nebenstellen { $extensions } werden frei.
}
impact-numbers-freed = { $count ->
    [one] Rufnummer { $numbers } wird frei.
   *[other] Rufnummern { $numbers } werden frei.
}
impact-unrouted = { $count ->
    [one] { $count } Stelle, die Anrufe hierher leitet, führt dann ins Leere.
   *[other] { $count } Stellen, die Anrufe hierher leiten, führen dann ins Leere.
}

## Die Leiste für die ausgewählten Benutzer.

bulk-title = { $what ->
    [role] { $count ->
        [one] Rolle von { $count } Benutzer
       *[other] Rolle von { $count } Benutzern
    }
    [team] { $count ->
        [one] Team von { $count } Benutzer
       *[other] Team von { $count } Benutzern
    }
   *[licence] { $count ->
        [one] Lizenz von { $count } Benutzer
       *[other] Lizenz von { $count } Benutzern
    }
}
bulk-way = Was zu tun ist
bulk-give = Vergeben
bulk-take = Entziehen
bulk-replace = Alle Rollen ersetzen
bulk-add-to = Zum Team hinzufügen
bulk-remove-from = Aus dem Team entfernen

bulk-will-off-board = { $share ->
    [all] { $count ->
        [one] { $count } Benutzer tritt aus.
       *[other] { $count } Benutzer treten aus.
    }
   *[some] { $count } von { $selected } ausgewählten Benutzern treten aus.
}
bulk-yes-off-board = { $count ->
    [one] Austritt für { $count } Benutzer anordnen
   *[other] Austritt für { $count } Benutzer anordnen
}
bulk-done-off-board = { $count ->
    [one] Der Austritt von { $count } Benutzer ist angeordnet.
   *[other] Der Austritt von { $count } Benutzern ist angeordnet.
}
bulk-already-off-board = Ist genau so schon angeordnet.

## Was bei einigen von vielen nicht ging.

bulk-results-title = Nicht alles wurde erledigt
bulk-results-done = { $count ->
    [one] Für { $count } erledigt.
   *[other] Für { $count } erledigt.
}
bulk-results-failed = { $count ->
    [one] { $count } blieb, wie es war:
   *[other] { $count } blieben, wie sie waren:
}
bulk-retry = { $count ->
    [one] Noch einmal versuchen
   *[other] Diese { $count } noch einmal versuchen
}
bulk-retried = { $count ->
    [one] { $count } erledigt.
   *[other] { $count } erledigt.
}
