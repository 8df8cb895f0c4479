### Die Liste der Anrufe und ihre Kennzahlen.

calls-search = Anrufe suchen
calls-search-hint = Nummer, Kontakt, Agent, Team suchen
calls-found = { $count ->
    [one] { $count } Anruf
   *[other] { $count } Anrufe
}
calls-live-now = { $count ->
    [0] Zurzeit kein Anruf
    [one] Zurzeit { $count } Anruf
   *[other] Zurzeit { $count } Anrufe
}
calls-empty-title = Noch keine Anrufe
calls-empty-sentence = Ihre Anrufe erscheinen hier, sobald die Telefonanlage sie meldet, ebenso die der anderen, die Sie lesen dürfen.
calls-detail = Anruf
calls-gone = Diesen Anruf gibt es hier nicht
calls-gone-sentence = Er ist älter als das, was dieses Gerät aufbewahrt, oder Sie dürfen ihn nicht sehen.
calls-result = Ergebnis
call-result = { $result ->
    [live] Läuft
    [answered] Angenommen
    [missed] Verpasst
   *[not_reached] Nicht erreicht
}
calls-direction = Richtung
calls-any-direction = Jede Richtung
call-direction = { $direction ->
    [incoming] Eingehend
    [outgoing] Ausgehend
   *[internal] Intern
}
calls-period = Zeitraum
calls-any-time = Beliebig
call-period = { $period ->
    [day] Letzte 24 Stunden
    [week] Letzte 7 Tage
   *[month] Letzte 30 Tage
}
calls-team = Team
calls-any-team = Jedes Team
calls-no-team = Ohne Team
calls-agent = Agent
calls-any-agent = Alle
calls-nobody = Niemand
calls-newest = Neueste
calls-started = Beginn
calls-answered-at = Angenommen
calls-ended-at = Ende
calls-waited = Wartezeit
calls-talked = Gesprächszeit
calls-other-side = Gegenseite
calls-unknown-number = Keine Nummer
calls-export = Exportieren
calls-export-note = Die Anrufe, die die Liste zeigt, als Arbeitsmappe.

figures-note = Die Anrufe, die dieses Gerät hat: Ihre eigenen und die, die Sie lesen dürfen.
figures-by = Gruppiert nach
figures-by-what = { $by ->
    [team] Team
    [agent] Agent
    [hour] Stunde des Tages
   *[day] Tag
}
figures-at-least = Mindestzahl je Gruppe
figures-at-least-wrong = Geben Sie eine ganze Zahl ein.
figures-all = Alle Anrufe
figures-calls = Anrufe
figures-offered = Angeboten
figures-answered = Angenommen
figures-missed = Verpasst
figures-waiting = Wartend
figures-service-level = Servicelevel
figures-percent = { $percent } %
figures-in-time = innerhalb von { $seconds } s angenommen
figures-average-wait = Mittlere Wartezeit
figures-average-talk = Mittlere Gesprächszeit
figures-outgoing = Ausgehend
figures-internal = Intern
figures-chart = Angenommene und verpasste Anrufe nach { $by ->
    [team] Team
    [agent] Agent
    [hour] Stunde des Tages
   *[day] Tag
}
figures-empty-title = Keine Anrufe zu zählen
figures-empty-sentence = Wählen Sie einen längeren Zeitraum oder weniger Filter.
figures-print = Drucken
