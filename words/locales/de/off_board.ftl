### Wie jemand geht: das Formular dafür, und was oben auf seiner Seite steht.

off-board-title = Austritt von { $who }
off-board-when = Wann der Zugang endet
off-board-now = Jetzt
off-board-later = Zu einem Zeitpunkt
off-board-numbers = Rufnummern übergeben an
off-board-numbers-hint = Eine Kollegin, ein Team oder eine Nummer außerhalb. Leer: Sie bleiben, wo sie sind.
off-board-calls = Anrufe leiten an
off-board-calls-hint = Was die Nebenstelle noch erreicht, geht dorthin. Leer: Solche Anrufe erreichen niemanden.
off-board-teams = Platz in Teams geht an
off-board-teams-hint = Leer: Die Mitgliedschaft bleibt.
off-board-keep = Lizenzen behalten
off-board-keep-note = Beim Entsperren belegen sie wieder Plätze. Bis dahin sind die Plätze in jedem Fall frei.
off-board-days = Löschen nach so vielen Tagen
off-board-days-hint = Gezählt ab dem Ende des Zugangs. Leer: Der Benutzer wird nie gelöscht.
off-board-pick = Wählen Sie einen Eintrag der Liste.
off-board-comes = Was daraus wird
off-board-yes-now = Zugang jetzt beenden
off-board-yes-later = Austritt speichern
off-board-done = { $who } ist ausgetreten.
off-board-ordered = Der Austritt von { $who } ist geplant.
off-board-change = Ändern
off-board-call-off = Absagen
off-board-called-off = Der Austritt von { $who } wurde abgesagt.
off-board-suspended-on = Geht: Der Zugang endet { $at }.
off-board-suspended-deleted = Geht: Der Zugang endet { $at }, gelöscht wird { $deleted }.
off-board-left = Ausgetreten { $at }.
off-board-left-deleted = Ausgetreten { $at }; gelöscht wird { $deleted }.
off-board-put-off = Was fällig war, ging nicht: { $why } Der nächste Versuch ist { $at }.
off-board-line-now = Der Zugang endet sofort, alle Sitzungen ebenso.
off-board-line-then = Der Zugang endet { $at }, alle Sitzungen ebenso.
off-board-line-numbers = { $count ->
    [one] Rufnummer { $numbers } geht an { $to }.
   *[other] Rufnummern { $numbers } gehen an { $to }.
}
off-board-line-calls = Anrufe, die noch ankommen, gehen an { $to }.
off-board-line-no-calls = { $ways }: Anrufe erreichen niemanden.
off-board-line-teams = { $count ->
    [one] { $who } übernimmt den Platz in { $teams }.
   *[other] { $who } übernimmt den Platz in { $teams }.
}
off-board-line-taken = Lizenzen, die entzogen und frei werden: { $licences }.
off-board-line-kept = Behält die Lizenzen; die Plätze sind bis dahin frei: { $licences }.
off-board-line-deleted = Der Benutzer wird { $at } gelöscht.

## Ein Zeitpunkt nach der Uhr einer Zeitzone.

moment-zone = Nach der Uhr in { $zone }.
moment-zone-here = Nach der Uhr in { $zone }; bei Ihnen ist es dann { $at }.

## Mehrere auf einmal.

off-board-many = { $count ->
    [one] Austritt von { $count } Benutzer
   *[other] Austritt von { $count } Benutzern
}
off-board-many-numbers = Ihre Rufnummern übergeben an
off-board-many-calls = Ihre Anrufe leiten an
off-board-many-teams = Ihr Platz in Teams geht an
off-board-many-numbers-hint = Eine Kollegin, ein Team oder eine Nummer außerhalb. Leer: Sie bleiben, wo sie sind.
off-board-many-calls-hint = Was die Nebenstellen noch erreicht, geht dorthin. Leer: Solche Anrufe erreichen niemanden.
off-board-many-teams-hint = Leer: Die Mitgliedschaften bleiben.
