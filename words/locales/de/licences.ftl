### Tarife, Zusatzoptionen und ihre Plätze.

licences-plans = Tarife
licences-new = Neue Lizenz
licences-edit = Name und Plätze
licences-remove = Entfernen
licences-holders = Inhaber anzeigen
licences-kind = { $kind ->
    [plan] Tarif
   *[add_on] Zusatzoption
}
licences-seats-hint = Leer lassen für unbegrenzt.
licences-empty-title = Noch keine Lizenzen
licences-empty-sentence = Ohne einen Tarif hier braucht niemand einen, und Plätze werden nicht gezählt.
licences-back = Plätze, die frei werden könnten
licences-back-group = { $group ->
    [expired] { $count ->
        [one] { $count } Einladung abgelaufen
       *[other] { $count } Einladungen abgelaufen
    }
    [prepared] { $count } vorbereitet, noch nicht eingeladen
    [never] { $count } aktiv, nie angemeldet
   *[invited] { $count } eingeladen, noch nicht da
}
licences-back-take = Lizenz entziehen …
licences-back-question = Sie können später wieder eingeladen werden und brauchen dann wieder einen Platz.
licences-suspended = { $count ->
    [one] { $count } gesperrter Benutzer hat sie, ohne einen Platz zu belegen.
   *[other] { $count } gesperrte Benutzer haben sie, ohne einen Platz zu belegen.
}
licences-remove-title = { $name } entfernen?
licences-remove-means = Niemand hat sie, und niemand kann sie mehr bekommen.
licences-removed = { $name } wurde entfernt.
licences-seats-wrong = Geben Sie eine ganze Zahl ein.
