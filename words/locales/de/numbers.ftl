### Die Rufnummern der Organisation.

numbers-search = Rufnummern suchen
numbers-search-hint = Nummer, Bezeichnung, Inhaber suchen
numbers-found = { $count ->
    [one] { $count } Rufnummer
   *[other] { $count } Rufnummern
}
numbers-empty-title = Noch keine Rufnummern
numbers-empty-sentence = Fügen Sie die Rufnummern hinzu, die Sie von Ihrer Telefongesellschaft haben.
numbers-detail = Einzelheiten zur Rufnummer
numbers-gone = Keine solche Rufnummer

## Was von einer Rufnummer gezeigt wird.

numbers-state = { $state ->
    [free] Frei
    [assigned] Vergeben
    [quarantine] In Quarantäne
   *[routed] Weitergeleitet
}
numbers-holder = Inhaber
numbers-last-holder = Letzter Inhaber
numbers-linked = Verknüpftes Mobiltelefon
numbers-rests = Wieder frei { $when }

## Was man damit tun kann.

numbers-add = Rufnummern hinzufügen
numbers-edit = Rufnummer bearbeiten
numbers-assign = Zuweisen
numbers-take = Zurücknehmen
numbers-release = Quarantäne beenden
numbers-link = Mobiltelefon verknüpfen
numbers-link-on = Verknüpfung einschalten
numbers-link-off = Verknüpfung ausschalten
numbers-route = Anrufe leiten an …
numbers-remove = Entfernen

## Hinzufügen.

numbers-one = Eine
numbers-range = Ein Bereich
numbers-list = Eine Liste
numbers-first = Erste Rufnummer
numbers-last = Letzte Rufnummer
numbers-pasted = Rufnummern, eine in jeder Zeile
numbers-national = Eine Rufnummer ohne Landesvorwahl gilt als eine von { $country }.
numbers-will-add = { $count ->
    [one] { $count } Rufnummer wird hinzugefügt.
   *[other] { $count } Rufnummern werden hinzugefügt.
}
numbers-added = { $count ->
    [one] { $count } Rufnummer hinzugefügt.
   *[other] { $count } Rufnummern hinzugefügt.
}

## Formulare und Fragen.

numbers-assign-title = { $number } zuweisen
numbers-to-whom = An wen
numbers-assigned = { $number } ist { $name } zugewiesen.
numbers-link-title = Mobiltelefon zu { $number }
numbers-link-hint = Anrufe an die Rufnummer klingeln auch dort. Leer: keine Verknüpfung.
numbers-link-rings = Das Mobiltelefon klingelt
numbers-route-title = Anrufe an { $number }
numbers-route-hint = Ohne Ziel erreichen Anrufe niemanden.
numbers-voicemail = Gleich auf die Mailbox
numbers-take-title = { $count ->
    [one] { $number } zurücknehmen?
   *[other] { $count } Rufnummern zurücknehmen?
}
numbers-take-holder = { $name } ist unter { $number } nicht mehr erreichbar.
numbers-take-holders = { $count ->
    [one] { $count } Benutzer ist dort nicht mehr erreichbar.
   *[other] { $count } Benutzer sind dort nicht mehr erreichbar.
}
numbers-take-rests = { $days ->
    [0] Andere können sie sofort bekommen.
    [one] Innerhalb von { $days } Tag kann nur der letzte Inhaber sie wieder bekommen.
   *[other] Innerhalb von { $days } Tagen kann nur der letzte Inhaber sie wieder bekommen.
}
numbers-take-links = { $count ->
    [one] Eine Verknüpfung mit einem Mobiltelefon endet.
   *[other] { $count } Verknüpfungen mit Mobiltelefonen enden.
}
numbers-taken = { $count ->
    [one] { $number } wurde zurückgenommen.
   *[other] { $count } Rufnummern wurden zurückgenommen.
}
numbers-release-title = { $count ->
    [one] Quarantäne von { $number } beenden?
   *[other] Quarantäne von { $count } Rufnummern beenden?
}
numbers-release-means = Wer sie als Nächstes bekommt, wird von denen erreicht, die noch den letzten Inhaber anrufen.
numbers-released = { $count ->
    [one] { $number } ist frei.
   *[other] { $count } Rufnummern sind frei.
}
numbers-held = Jemand hat sie. Nehmen Sie sie zuerst zurück.
numbers-remove-title = { $count ->
    [one] { $number } entfernen?
   *[other] { $count } Rufnummern entfernen?
}
numbers-remove-means = Sie verschwindet aus dieser Liste. Anrufe an sie erreichen hier niemanden.
numbers-remove-shown = { $count ->
    [one] { $count } Benutzer zeigt sie beim Anrufen nicht mehr.
   *[other] { $count } Benutzer zeigen sie beim Anrufen nicht mehr.
}
numbers-removed = { $count ->
    [one] { $number } wurde entfernt.
   *[other] { $count } Rufnummern wurden entfernt.
}
