### Über diese Seite: Versionen, Synchronisierung, Speicher, Tasten und die Selbstprüfung.

about-sub = Wie es { -brand } auf diesem Gerät geht.
about-state = Zustand
about-sync-now = Jetzt synchronisieren
about-page = Seite
about-server = Server
about-server-not-reached = Nicht erreicht
about-connection = Verbindung
about-last-sync = Letzte Synchronisierung
about-never = Nie
about-refused = Abgelehnt
about-storage = Speicher
about-storage-persistent = Bleibt auf diesem Gerät, bis Sie sich abmelden
about-storage-best-effort = Bleibt auf diesem Gerät; der Browser kann ihn leeren, wenn der Datenträger fast voll ist
about-storage-none = Nicht gespeichert: { $reason }
about-tab = Dieser Tab
about-tab-leads = Spricht mit dem Server
about-tab-follows = Folgt einem anderen Tab
about-records = Datensätze auf diesem Gerät
about-data-version = Version der Daten

about-link-connecting = Wird verbunden
about-link-online = Online
about-link-slowed = Online; der Server hat um eine Pause gebeten
about-link-offline = Offline; es wird automatisch wieder versucht
about-link-intercepted = Etwas im Netz antwortet anstelle des Servers; es wird automatisch wieder versucht
about-link-too-old = Diese Seite ist zu alt

about-keys = Tastatur
about-key-invite = Einen Benutzer einladen
about-key-move = In der Liste bewegen
about-key-open = Den Benutzer öffnen
about-key-select = Auswählen; mit der Umschalttaste einen Bereich
about-key-menu = Das Menü des Benutzers öffnen
about-key-ends = Erster und letzter Benutzer
about-key-close = Schließen oder die Auswahl aufheben

about-check = Selbstprüfung
about-check-sub = Seite, Server und andere Programme entscheiden nach denselben Regeln. Die Prüfung führt hier jede veröffentlichte Entscheidung aus und vergleicht die Ergebnisse.
about-check-run = Prüfung starten
about-check-unavailable = Die veröffentlichten Entscheidungen sind gerade nicht verfügbar. Versuchen Sie es noch einmal, wenn Sie online sind.
about-check-agree = { $count ->
    [one] Der einzige Regelvektor stimmt überein.
   *[other] Alle { $count } Regelvektoren stimmen überein.
}
about-check-differ = { $passed ->
    [one] Nur { $passed } von { $count } Regelvektoren stimmt überein. Erste Abweichung: { $vector }, { $step }
   *[other] Nur { $passed } von { $count } Regelvektoren stimmen überein. Erste Abweichung: { $vector }, { $step }
}
about-check-nothing = Es wurden keine Regelvektoren geprüft.
key-enter = Eingabe
key-space = Leertaste
key-home-end = Pos1 Ende
key-escape = Esc
