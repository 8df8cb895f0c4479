### Gelöschte Benutzer, die noch wiederhergestellt werden können.

bin-search = Papierkorb durchsuchen
bin-search-hint = Name, E-Mail, Anmeldename suchen
bin-found = { $count ->
    [one] { $count } gelöschter Benutzer
   *[other] { $count } gelöschte Benutzer
}
bin-kept = { $count ->
    [one] { $count } gelöschter Benutzer
   *[other] { $count } gelöschte Benutzer
} · { $days ->
    [one] { $days } Tag aufbewahrt
   *[other] { $days } Tage aufbewahrt
}
bin-off = Gelöschte Benutzer werden nicht aufbewahrt: Die Organisation hat 0 Tage eingestellt.
bin-empty-title = Der Papierkorb ist leer
bin-empty-sentence = Hierher kommen gelöschte Benutzer, solange die Organisation sie aufbewahrt.
bin-detail = Gelöschter Benutzer
bin-gone-title = Nicht im Papierkorb
bin-gone-sentence = Dieser Benutzer wurde wiederhergestellt, oder seine Frist ist abgelaufen.

## Was von einem gezeigt wird.

bin-deleted = Gelöscht
bin-by = Gelöscht von
bin-until = Aufbewahrt bis
bin-restorable = Kommt zurück
bin-state = { $state ->
    [whole] Vollständig
    [partly] Teilweise
   *[not] Derzeit nicht
}
bin-back = Kommt zurück
bin-not-back = Kommt nicht zurück
bin-signs-in = Bekannt als
bin-numbers = Rufnummern
bin-phones = Telefone
bin-phones-count = { $count ->
    [one] { $count } Telefon
   *[other] { $count } Telefone
}
bin-role-in = { $role } in { $team }
bin-lost = { $what }: nicht mehr verfügbar.
bin-lost-to = { $what }: hat jetzt { $who }.
bin-lost-extension = Nebenstelle { $extension }
bin-lost-number = Rufnummer { $number }
bin-lost-seat = { $licence }: kein Platz mehr frei.
bin-lost-licence = Eine Lizenz, die es nicht mehr gibt.

## Wiederherstellen.

bin-restore = Wiederherstellen
bin-restore-title = { $count ->
    [one] { $name } wiederherstellen?
   *[other] { $count } Benutzer wiederherstellen?
}
bin-back-line = Kommt zurück: { $all }.
bin-back-partly = { $count ->
    [one] Bekommt nicht alles zurück: { $names }.
   *[other] Bekommen nicht alles zurück: { $names }.
}
bin-restore-means = Passwörter und PINs sind endgültig gelöscht. Wiederhergestellte Personen sind vorbereitet: Laden Sie sie ein, wenn sie zurückkommen sollen.
bin-restored = { $count ->
    [one] { $name } wurde wiederhergestellt.
   *[other] { $count } Benutzer wurden wiederhergestellt.
}
bin-restored-later = { $count ->
    [one] { $name } wird wiederhergestellt, sobald Sie wieder online sind.
   *[other] { $count } Benutzer werden wiederhergestellt, sobald Sie wieder online sind.
}
