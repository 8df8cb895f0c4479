### Der Eingang: Abgelehntes, Wartendes, Erledigtes und noch nicht gesendete Arbeit als Datei.

inbox-sub = Arbeit, die abgelehnt wurde oder auf die anderer traf, und Arbeit, die zum Server unterwegs ist.
inbox-empty-title = Alles erledigt
inbox-empty = Alles hat den Server erreicht, und nichts wurde abgelehnt.

refused-title = Braucht Sie
refused-clash = Eine andere Kopie dieses Browserprofils hat dieselbe Nummer für etwas anderes verwendet, deshalb wurde dies nicht ausgeführt.
refused-keep = Als vorbereitet behalten, ohne Lizenz
refused-kept = Als vorbereitet behalten, ohne die Lizenz.
refused-retrying = Wird noch einmal versucht.
refused-edit = Bearbeiten …
refused-discard = Verwerfen
refused-because = { $count ->
    [one] { $count } spätere Änderung wurde deshalb abgelehnt
   *[other] { $count } spätere Änderungen wurden deshalb abgelehnt
}

merged-reason = { $count ->
    [one] Jemand hat dieses Feld geändert, nachdem Sie es gesehen hatten. Es bleibt, wie es ist, bis Sie entscheiden; der Rest Ihrer Änderung ist ausgeführt.
   *[other] Jemand hat diese Felder geändert, nachdem Sie sie gesehen hatten. Sie bleiben, wie sie sind, bis Sie entscheiden; der Rest Ihrer Änderung ist ausgeführt.
}
merged-gone = Worum es geht, gibt es nicht mehr.
merged-mine = Ihr Wert
merged-theirs = Wie es jetzt ist
merged-by = Geändert von { $who }, { $when }
merged-by-you = Von Ihnen an anderer Stelle geändert, { $when }
merged-by-program = Von einem Programm geändert, { $when }
merged-by-somebody = Von jemand anderem geändert
merged-use-mine = Meins nehmen
merged-keep-theirs = So lassen
merged-mine-used = Ihre Werte werden eingetragen.

waiting-title = Noch zu senden
waiting-may-be-refused = Wird vielleicht abgelehnt: { $reasons }
waiting-on-its-way = Unterwegs
waiting-here = Auf diesem Gerät
more-changes = { $count ->
    [one] und { $count } weitere Änderung.
   *[other] und { $count } weitere Änderungen.
}

done-title = Gerade gesendet
done-applied = Ausgeführt
done-differently = Ausgeführt, aber nicht wie gezeigt
done-differently-note = Jemand hat es vorher geändert. Die Liste der Benutzer zeigt den jetzigen Stand.

carry-title = Auf einem anderen Gerät
carry-sub = Arbeit, die den Server noch nicht erreicht hat, kann als Datei gespeichert und überall importiert werden, wo Sie angemeldet sind. Nichts wird doppelt ausgeführt.
carry-save = Als Datei speichern
carry-save-offer = Nicht gesendete Arbeit speichern
carry-import = Datei importieren …
carry-file = Datei mit nicht gesendeter Arbeit
carry-unreadable = Die Datei konnte nicht gelesen werden. Wählen Sie sie noch einmal.
carry-not-work = Diese Datei enthält keine nicht gesendete Arbeit von { -brand }.
carry-not-own = Diese Datei wurde nicht von einem Ihrer eigenen Geräte mit diesem Konto gespeichert oder seitdem geändert. Sie wird nicht importiert, weil sie in Ihrem Namen handeln könnte. Speichern Sie die Arbeit noch einmal auf dem Gerät, auf dem sie entstanden ist.
carry-other-tenant = Diese Datei gehört zu einer anderen Organisation und kann deshalb hier nicht verwendet werden.
carry-other-user = Diese Datei gehört zu einem anderen Benutzer und kann deshalb hier nicht verwendet werden.
carry-newer = Diese Datei wurde von einer neueren Version von { -brand } gespeichert. Laden Sie diese Seite neu und versuchen Sie es noch einmal.
carry-older = Diese Datei wurde von einer älteren Version von { -brand } gespeichert. Laden Sie dort, wo sie gespeichert wurde, die Seite neu, und speichern Sie sie noch einmal.
carry-question-title = Diese Datei importieren?
carry-question = { $count ->
    [one] Die Datei wurde am { $saved } gespeichert. Sie enthält { $count } Änderung, die hier noch fehlt und in Ihrem Namen ausgeführt wird:
   *[other] Die Datei wurde am { $saved } gespeichert. Sie enthält { $count } Änderungen, die hier noch fehlen und in Ihrem Namen ausgeführt werden:
}
carry-yes = { $count ->
    [one] { $count } Änderung importieren
   *[other] { $count } Änderungen importieren
}
carry-imported = { $count ->
    [one] { $count } Änderung importiert.
   *[other] { $count } Änderungen importiert.
}
carry-nothing-new = Nichts in der Datei ist hier neu.
carry-known = { $count ->
    [one] { $count } Änderung in der Datei war schon hier.
   *[other] { $count } Änderungen in der Datei waren schon hier.
}
carry-refused = { $count ->
    [one] { $count } abgelehnte Änderung in der Datei bleibt dort, wo sie abgelehnt wurde.
   *[other] { $count } abgelehnte Änderungen in der Datei bleiben dort, wo sie abgelehnt wurden.
}
