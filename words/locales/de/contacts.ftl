### Kontakte, die alle gemeinsam haben.

contacts-search = Kontakte durchsuchen
contacts-search-hint = Name, Firma, Rufnummer suchen
contacts-found = { $count ->
    [one] { $count } Kontakt
   *[other] { $count } Kontakte
}
contacts-empty-title = Noch keine gemeinsamen Kontakte
contacts-empty-sentence = Kunden, Lieferanten, das Taxi: Wer hier steht, wird von allen gefunden.
contacts-detail = Kontakt
contacts-gone-title = Kein solcher Kontakt
contacts-gone-sentence = Jemand hat ihn gelöscht.
contacts-numbers = Rufnummern
contacts-numbers-more = { $first } und { $count ->
    [one] { $count } weitere
   *[other] { $count } weitere
}
contacts-shared = Gemeinsam
contacts-call = { $number } anrufen
contacts-mail = An { $email } schreiben

## Was getan werden kann.

contacts-add = Kontakt hinzufügen
contacts-edit = Bearbeiten
contacts-edit-title = Kontakt bearbeiten
contacts-delete = Löschen
contacts-numbers-hint = Eine je Zeile, höchstens zehn.
contacts-number-wrong = { $number }: { $why }
contacts-added = { $name } wurde hinzugefügt.
contacts-delete-title = { $count ->
    [one] { $name } löschen?
   *[other] { $count } Kontakte löschen?
}
contacts-delete-means = Niemand findet den Eintrag mehr.
contacts-deleted = { $count ->
    [one] { $name } wurde gelöscht.
   *[other] { $count } Kontakte wurden gelöscht.
}
contacts-import = Importieren
