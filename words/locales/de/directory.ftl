### Das Verzeichnis der Kolleginnen und Kollegen.

directory-search = Verzeichnis durchsuchen
directory-search-hint = Name, Nebenstelle, Position suchen
directory-found = { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
}
directory-empty-title = Noch niemand da
directory-empty-sentence = Kolleginnen und Kollegen erscheinen hier, sobald sie dabei sind.
directory-detail = Person
directory-presence = Anwesenheit
directory-call = { $extension } anrufen
directory-mail = Mail schreiben
directory-copy = Kopieren
directory-copied = Kopiert.
presence-on-call = Im Gespräch
presence-no-phone = Kein Telefon
presence-inactive = Nicht aktiv
