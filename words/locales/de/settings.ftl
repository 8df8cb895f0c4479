### Was eine Organisation für sich selbst festlegt.

settings-sub = Was diese Organisation für sich selbst festlegt. Jeder Teil wird für sich gespeichert und lässt sich rückgängig machen.
settings-saved = Einstellungen gespeichert.
settings-number-wrong = Geben Sie eine ganze Zahl ein.

settings-organisation = Organisation
settings-organisation-note = Wie sie heißt und was für alle gilt, für die nichts anderes angegeben ist.
settings-language-note = Für E-Mails an alle, die keine eigene Sprache gewählt haben.
settings-country-note = Ergänzt Rufnummern, die ohne Land eingegeben werden.
settings-zone-note = Die Uhr für Öffnungszeiten, Feiertage und Anrufzahlen. Eine Änderung verschiebt alle sofort.

settings-sign-in = Anmeldung
settings-sign-in-note = Womit man sich hier anmeldet. Es gilt ab der nächsten Anmeldung; wer angemeldet ist, bleibt es.
settings-kinds = Anmelden kann man sich mit
settings-by-email = Die Adresse, an die E-Mails gehen.
settings-by-mobile = Eine Mobilnummer, mit oder ohne Land.
settings-by-login = Buchstaben und Ziffern, für alle ohne Postfach.
settings-domains = Domains der Adressen
settings-domains-note = Nur Adressen dieser Domains können hinzugefügt werden, etwa example.com. Leer: alle. Vorhandene Adressen bleiben.
settings-domain-wrong = { $domain }: { $why }

settings-invitations-note = Was für Einladungen gilt, die ab jetzt verschickt werden.
settings-lifetime = Stunden, die eine Einladung gilt
settings-lifetime-note = Nach so vielen Stunden gelten Link und Code nicht mehr, und die Einladung wird erneut gesendet. 1 bis 2.160.
settings-without-plan-note = Sonst braucht, wer eingeladen wird, einen Tarif mit freiem Platz, solange es Tarife gibt.

settings-roles = Rollen und Teams
settings-roles-note = Wie viele Rollen jemand hat und wen Manager in ihre Teams aufnehmen.
settings-single-role-note = Eine neue Rolle ersetzt die alte. Sonst ergänzen sich die Rechte mehrerer Rollen.
settings-managers-note = Sonst nehmen Manager nur Personen auf, die sie bereits verwalten.

settings-extensions = Nebenstellen und Nummern
settings-extensions-note = Welche Nebenstellen vergeben werden können und wie lange eine Nummer ruht, bevor jemand anderes sie bekommt.
settings-range-from = Erste Nebenstelle
settings-range-to = Letzte Nebenstelle
settings-range-note = Beide gleich lang. Leer: jede Nebenstelle.
settings-range-wrong = Geben Sie beide Enden des Bereichs an oder keines.
settings-quarantine-note = Eine zurückgegebene Nummer bekommt so viele Tage niemand anderes, damit frühere Anrufer niemand Fremdes erreichen. 0: gar nicht.

settings-deleted = Gelöschte Benutzer
settings-deleted-note = Was aus Benutzern wird, die ab jetzt gelöscht werden.
settings-recycle-note = So viele Tage kann ein Inhaber einen gelöschten Benutzer wiederherstellen. 0: Löschen ist endgültig.

settings-impact = { $what ->
    [locked_out] { $count ->
        [one] { $count } aktive Person könnte sich nicht mehr anmelden: Sie hat nichts anderes dafür.
       *[other] { $count } aktive Personen könnten sich nicht mehr anmelden: Sie haben nichts anderes dafür.
    }
    [several_roles] { $count ->
        [one] { $count } Benutzer hat mehrere Rollen und behält sie, bis sie ersetzt werden.
       *[other] { $count } Benutzer haben mehrere Rollen und behalten sie, bis sie ersetzt werden.
    }
    [outside] { $count ->
        [one] { $count } Benutzer hat eine Nebenstelle außerhalb des Bereichs und behält sie.
       *[other] { $count } Benutzer haben eine Nebenstelle außerhalb des Bereichs und behalten sie.
    }
   *[foreign] { $count ->
        [one] { $count } Benutzer hat eine Adresse einer anderen Domain und behält sie.
       *[other] { $count } Benutzer haben eine Adresse einer anderen Domain und behalten sie.
    }
}

settings-holidays = Feiertage
settings-holidays-note = An diesen Tagen sind Teams mit Öffnungszeiten den ganzen Tag geschlossen, nach der Uhr der Organisation.
settings-holiday-date = Tag
settings-holiday-name = Wie er heißt
settings-holiday-add = Feiertag hinzufügen
settings-holiday-added = { $day } ist ein Feiertag.
settings-holiday-remove = { $day } entfernen
settings-holiday-removed = { $day } ist kein Feiertag mehr.
settings-no-holiday = Noch keine Feiertage.

settings-calls-note = Es gilt auch für Anrufe, die schon da sind.
settings-call-days-note = Ältere Anrufe werden gelöscht. Geräte haben die der letzten 30 Tage, ältere kommen vom Server. 1 bis 3.650.
settings-service = Sekunden bis zur Annahme
settings-service-note = Wer nicht länger gewartet hat, zählt im Servicegrad als rechtzeitig angenommen, zurück bis zum ersten Anruf. 1 bis 3.600.

settings-keeping = Protokolle und Geräte
settings-keeping-note = Wie lange etwas aufbewahrt wird. Es gilt auch für das, was schon da ist.
settings-log-note = Wer was geändert hat. Ältere Einträge werden gelöscht. 30 bis 36.500.
settings-security-note = Anmeldungen und Änderungen von Passwörtern und Adressen. Ältere Einträge werden gelöscht. 30 bis 3.650.
settings-offline-note = Ein Gerät, das so lange keinen Kontakt hatte, zeigt nichts, bis es wieder online ist; Arbeit darauf bleibt erhalten. 1 bis 365.
settings-keeping-server = Der Server entfernt Abgelaufenes binnen eines Tages.
settings-shorter = { $what ->
    [calls] { $count ->
        [one] Anrufe, die älter als { $count } Tag sind, werden endgültig gelöscht. Rückgängig machen bringt sie nicht zurück.
       *[other] Anrufe, die älter als { $count } Tage sind, werden endgültig gelöscht. Rückgängig machen bringt sie nicht zurück.
    }
    [log] { $count ->
        [one] Einträge des Änderungsprotokolls, die älter als { $count } Tag sind, werden endgültig gelöscht. Rückgängig machen bringt sie nicht zurück.
       *[other] Einträge des Änderungsprotokolls, die älter als { $count } Tage sind, werden endgültig gelöscht. Rückgängig machen bringt sie nicht zurück.
    }
   *[security] { $count ->
        [one] Einträge des Sicherheitsprotokolls, die älter als { $count } Tag sind, werden endgültig gelöscht. Rückgängig machen bringt sie nicht zurück.
       *[other] Einträge des Sicherheitsprotokolls, die älter als { $count } Tage sind, werden endgültig gelöscht. Rückgängig machen bringt sie nicht zurück.
    }
}

settings-more = An anderer Stelle
settings-security = Wer sich von wo angemeldet hat und was mit Passwörtern und Adressen geschah.
settings-activity = Wer was geändert hat, mit den Werten davor und danach.
settings-roles-link = Was jede Rolle darf und wer sie hat.
settings-licences-link = Tarife und Zusatzoptionen mit ihren Plätzen.
