### Wie es um die Synchronisierung steht: das Wort auf der Anzeige und der Satz dahinter.

sync-not-saved = Wird nicht gespeichert!
sync-signed-out = Abgemeldet
sync-no-access = Kein Zugriff
sync-update-needed = Update nötig
sync-intercepted = Netz blockiert
sync-slowed = Verlangsamt
sync-offline = Offline
sync-connecting = Verbindet …
sync-syncing = Synchronisiert …
sync-saved = Gespeichert

## Während Änderungen warten.

sync-intercepted-waiting = { $count ->
    [one] Netz blockiert – { $count } Änderung wartet
   *[other] Netz blockiert – { $count } Änderungen warten
}
sync-slowed-waiting = { $count ->
    [one] Verlangsamt – { $count } Änderung wartet
   *[other] Verlangsamt – { $count } Änderungen warten
}
sync-offline-waiting = { $count ->
    [one] Offline – { $count } Änderung wartet
   *[other] Offline – { $count } Änderungen warten
}

## Dasselbe, wo wenig Platz ist.

sync-short-waiting = { $word } · { $count }

## Was es bedeutet.

sync-connecting-meaning = Der Server wird nach Neuem gefragt.
sync-syncing-meaning = { $count ->
    [one] { $count } Änderung ist auf dem Weg zum Server.
   *[other] { $count } Änderungen sind auf dem Weg zum Server.
}
sync-saved-meaning = Alles ist beim Server angekommen.
sync-saved-since-meaning = Alles ist beim Server angekommen. Er hat zuletzt { $when } geantwortet.
sync-offline-meaning = Sie können weiterarbeiten; Änderungen werden gesendet, sobald Sie wieder online sind.
sync-offline-waiting-meaning = Ihre Änderungen bleiben auf diesem Gerät erhalten und werden automatisch gesendet, sobald Sie wieder online sind.
sync-slowed-meaning = Der Server ist ausgelastet und bittet um eine Pause. Nichts geht verloren; die Synchronisierung läuft von selbst weiter.
