### Die Liste der Teams.

teams-search = Teams suchen
teams-loading = Teams werden geladen
teams-found = { $count ->
    [one] { $count } Team
   *[other] { $count } Teams
}
teams-empty-title = Noch keine Teams
teams-empty-sentence = Ein Team verbindet Personen, die Kanäle und Anrufe teilen.
teams-none-title = Kein Team gefunden
teams-none-sentence = Kein Team passt zu dieser Suche und diesen Filtern.

## Was sie von einem Team zeigt.

teams-kind = Art
teams-any-kind = Jede Art
teams-kind-team = Team
teams-kind-department = Abteilung
teams-kind-site = Standort
teams-active = Aktiv
teams-disabled = Deaktiviert
teams-managers = Leitung
teams-roles = Zugehörige Rollen
teams-brought-by = Zugehörige Rolle
teams-channels = Kanäle
teams-called-at = Erreichbar unter
teams-mine = Meine Teams
teams-members = { $count ->
    [one] { $count } Mitglied
   *[other] { $count } Mitglieder
}

## Ein Team neben der Liste.

teams-detail = Angaben zum Team
teams-gone-title = Kein solches Team
teams-gone-sentence = Dieses Team wurde gelöscht, oder Sie dürfen es nicht sehen.
teams-private-channel = { $channel } (privat)
teams-calls = Anrufe
teams-take-calls = Nimmt Anrufe an
teams-take-no-calls = Nimmt keine Anrufe an
teams-show-members = Unter „Benutzer“ anzeigen
teams-nobody = In diesem Team ist niemand.
teams-through = Durch { $roles }

## Was mit mehreren geschieht.

teams-enable-title = { $count ->
    [one] { $team } aktivieren?
   *[other] { $count } Teams aktivieren?
}
teams-disable-title = { $count ->
    [one] { $team } deaktivieren?
   *[other] { $count } Teams deaktivieren?
}
teams-delete-title = { $count ->
    [one] Das Team { $team } löschen?
   *[other] { $count } Teams löschen?
}
teams-enabled-now = { $count ->
    [one] { $team } ist wieder in Gebrauch.
   *[other] { $count } Teams sind wieder in Gebrauch.
}
teams-disabled-now = { $count ->
    [one] { $team } ist deaktiviert.
   *[other] { $count } Teams sind deaktiviert.
}
teams-deleted = { $count ->
    [one] Team { $team } gelöscht.
   *[other] { $count } Teams gelöscht.
}
teams-disable-members = { $count ->
    [one] { $count } Mitgliedschaft ruht.
   *[other] { $count } Mitgliedschaften ruhen.
}
teams-delete-members = { $count ->
    [one] { $count } Mitgliedschaft endet.
   *[other] { $count } Mitgliedschaften enden.
}
