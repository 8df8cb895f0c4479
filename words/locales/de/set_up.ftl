### Der erste Start eines Servers: die erste Organisation wird gegründet.

set-up = Einrichtung
set-up-title = Organisation gründen
set-up-sub = Auf diesem Server gibt es noch keine Organisation. Die erste gehört Ihnen.
set-up-slug = Kurzname
set-up-slug-note = Kleinbuchstaben, Ziffern und Bindestriche, etwa acme. Er lässt sich später nicht ändern.
set-up-zone-note = Nach dieser Uhr richten sich Öffnungszeiten, Feiertage und Kennzahlen.
set-up-plan = Tarif
set-up-plan-note = Etwa Standard. Weitere können folgen.
set-up-seats-note = Leer: unbegrenzt.
set-up-owner = Inhaber
set-up-owner-note = Das sind Sie. Ein Inhaber darf alles und vergibt Rollen an andere.
set-up-found = Organisation gründen

set-up-wanted = Hier gibt es noch keine Organisation
set-up-wanted-sub = Wer diesen Server betreibt, gründet die erste.
set-up-how-link = Öffnen Sie den Link, den der Server beim Start ausgegeben hat. Er gilt einen Tag und nur einmal.
set-up-how-again = Kein Link oder ein alter? Starten Sie den Server neu: Er gibt einen neuen aus.
set-up-how-command = Oder gründen Sie eine Organisation auf der Kommandozeile:
set-up-look-again = Erneut nachsehen
set-up-over = Der Einrichtungslink wurde durch einen späteren ersetzt oder ist älter als ein Tag.
set-up-done-title = Dieser Server ist eingerichtet
set-up-done = Es gibt bereits eine Organisation. Melden Sie sich an, oder lassen Sie sich von jemandem einladen, der sie verwaltet.
