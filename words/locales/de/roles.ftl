### Rollen, was jede darf, und wer was darf.

permissions-own = Für sich selbst
permissions-users = Benutzer
permissions-access = Zugriff
permissions-teams = Teams
permissions-telephony = Telefonanlage
permissions-organisation = Organisation

roles-found = { $count ->
    [one] { $count } Rolle
   *[other] { $count } Rollen
}
roles-parts = Teile dieser Seite
roles-matrix = Rechte
roles-who = Wer darf …?
roles-why = Warum darf sie das?
roles-new = Neue Rolle
roles-search = Recht suchen
roles-matrix-note = Pfeiltasten bewegen, die Leertaste ändert. Eingebaute Rollen lassen sich nicht ändern; kopieren Sie stattdessen eine.
roles-cell = { $permission } – { $role }
roles-built-in = Eingebaut
roles-custom = Eigene Rolle
roles-protected = Inhaber können nicht gelöscht werden
roles-built-in-note = Eingebaute Rollen lassen sich nicht ändern. Kopieren Sie die Rolle, und ändern Sie die Kopie.
roles-not-yours = Sie können diese Rolle nicht ändern.
roles-may-nothing = Erlaubt nichts.

## Änderungen in der Tabelle.

roles-changes = Nicht gespeicherte Änderungen
roles-changed = { $count ->
    [one] { $count } Änderung ist noch nicht gespeichert.
   *[other] { $count } Änderungen sind noch nicht gespeichert.
}
roles-review = Prüfen und speichern
roles-review-title = Diese Änderungen speichern?
roles-gains = Erhält
roles-loses = Verliert
roles-saved = { $count ->
    [one] Rolle gespeichert.
   *[other] { $count } Rollen gespeichert.
}

## Eine Rolle.

roles-gone-title = Keine solche Rolle
roles-gone-sentence = Sie wurde gelöscht, oder die Adresse stimmt nicht.
roles-go = Zu den Rollen
roles-copy = Kopieren
roles-details = Rolle
roles-details-note = Ein Name, der sagt, für wen sie ist. Wird sie geändert, gilt das für alle, die sie haben.
roles-given-where = Wo sie vergeben werden darf
roles-scope-own = Nur für den Inhaber selbst
roles-scope-own-note = Was sie erlaubt, betrifft nur ihn selbst.
roles-scope-team = In einem Team
roles-scope-team-note = Wer sie vergibt, nennt das Team.
roles-scope-organisation = In der ganzen Organisation
roles-scope-organisation-note = Sie reicht zu allen Benutzern und Teams.
roles-scope-needed = Wählen Sie mindestens eines.
roles-permissions-note = Was alle mit dieser Rolle dürfen, dort, wo sie vergeben wurde.
roles-teams = Teams, die sie mitbringt
roles-teams-note = Wer die Rolle erhält, kommt in diese Teams, und verlässt sie, wenn sie endet.
roles-brings-none = Bringt kein Team mit.
roles-add-team = Team hinzufügen
roles-in-teams = Außerdem innerhalb dieser Teams
roles-users-note = Wer diese Rolle hat, wo, und bis wann.
roles-nobody = Niemand hat diese Rolle.

## Eine Rolle anlegen und löschen.

roles-copy-name = { $name } (Kopie)
roles-copy-title = { $name } kopieren
roles-create = Rolle anlegen
roles-create-note = Ihre Rechte lassen sich ändern, sobald sie angelegt ist.
roles-created = Rolle { $name } angelegt.
roles-delete = Rolle löschen
roles-delete-note = Nimmt sie allen, die sie haben, samt den Mitgliedschaften, die sie mitbrachte.
roles-delete-title = Die Rolle { $name } löschen?
roles-delete-holders = { $count ->
    [0] Niemand hat diese Rolle.
    [one] { $count } Vergabe dieser Rolle endet:
   *[other] { $count } Vergaben dieser Rolle enden:
}
roles-holder-loses = Verliert: { $permissions }
roles-holder-keeps = Verliert nichts: Andere Rollen geben dasselbe.
roles-deleted = Rolle { $name } gelöscht.

## Wer was darf, und warum.

roles-in-group = { $group }: { $name }
roles-over = Über wen
roles-over-hint = Leer: irgendwo.
roles-as-seen = Beantwortet aus den Benutzern und Teams, die Sie sehen.
roles-ask-who = Wählen Sie ein Recht, um zu sehen, wer es hat.
roles-so-many-may = { $count ->
    [0] Niemand darf das.
    [one] { $count } Benutzer darf das:
   *[other] { $count } Benutzer dürfen das:
}
roles-whose = Wer
roles-ask-why = Wählen Sie einen Benutzer und ein Recht.
roles-yes = Ja. { $who } hat „{ $what }“.
roles-no = Nein. { $who } darf nicht: „{ $what }“.
roles-through = { $place }, durch { $because }
roles-outranked = { $other } hat das Recht „{ $missing }“, das { $who } fehlt. Niemand verwaltet jemanden, der mehr darf.
roles-not-active = { $who } ist nicht aktiv und darf bis dahin nichts.
roles-nothing-gives = Keine Rolle und kein Einzelrecht gibt es.
roles-only-elsewhere = Es gilt anderswo und reicht nicht dorthin:
roles-would-give = Rollen, die es geben
roles-show-access = Zugriff zeigen
