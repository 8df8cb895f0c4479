### Die Nebenstellen der Organisation.

extensions-search = Nebenstellen suchen
extensions-search-hint = Nebenstelle, Inhaber suchen
extensions-found = { $count ->
    [one] { $count } Nebenstelle
   *[other] { $count } Nebenstellen
}
extensions-of-range = { $from } bis { $to }, { $count } frei
extensions-of-none = { $count ->
    [one] { $count } vergeben; kein Bereich festgelegt, jede ist möglich
   *[other] { $count } vergeben; kein Bereich festgelegt, jede ist möglich
}
extensions-empty-title = Noch keine Nebenstellen
extensions-empty-sentence = Legen Sie den Bereich der Organisation fest, um freie zu sehen, oder vergeben Sie eine beliebige.
extensions-detail = Einzelheiten zur Nebenstelle
extensions-gone = Keine solche Nebenstelle
extensions-gone-means = Sie liegt außerhalb des Bereichs der Organisation, und niemand hat sie.
extensions-outside = Außerhalb
extensions-outside-means = Sie liegt nicht im Bereich der Organisation. Ihr Inhaber behält sie, bis sie zurückgenommen wird.
extensions-any-phone = Jede Art
extensions-assign = Nebenstelle vergeben
extensions-change = Nebenstelle ändern
extensions-instead = Anstelle von { $extension }; diese wird frei.
extensions-take-phones = { $count ->
    [one] { $count } Telefon klingelt dafür nicht mehr.
   *[other] { $count } Telefone klingeln dafür nicht mehr.
}
extensions-take-free = Andere können die Nebenstelle sofort bekommen.
