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
key-escape = Esc
key-shift = Umschalt
key-control = Strg
key-home = Pos1
key-end = Ende
key-pages = Bild ↑ ↓
about-key-move = In der Liste bewegen
about-key-open = Neben der Liste öffnen
about-key-select = Auswählen; mit der Umschalttaste einen Bereich
about-key-menu = Menü der Zeile
about-key-ends = Erste und letzte Zeile

## Shortcuts.

shortcuts-title = Tastenkürzel
shortcuts-everywhere = Überall
shortcuts-lists = In Listen
shortcuts-forms = In Formularen
shortcuts-matrix = In der Matrix der Rollen
shortcut-search = Die Liste durchsuchen
shortcut-new = Der Liste etwas hinzufügen
shortcut-select-more = Unterwegs auswählen
shortcut-select-all = Alles auswählen, was passt
shortcut-save = Speichern
shortcut-cells = Von Zelle zu Zelle
shortcut-toggle = Die Zelle ändern
