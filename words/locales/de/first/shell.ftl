### Der Rahmen um jede Seite.

skip-to-content = Zum Inhalt springen
organisations = Organisationen
pages = Seiten
all-pages = Alle Seiten
more = Mehr
people = Personen
telephony = Telefonanlage
activity = Aktivität
system = System
users = Benutzer
import = Import
inbox = Eingang
sent-mail = Gesendete Mails
security = Sicherheit
about = Info
count-refused = { $count ->
    [one] { $count } abgelehnt
   *[other] { $count } abgelehnt
}
account-menu = { $name } { $email }, Konto, Sprache und Design
account = Konto
language = Sprache
theme-light = Hell
theme-dark = Dunkel
theme-device = Wie das Gerät
your-account = Ihr Konto
sign-out = Abmelden
sign-in = Anmelden
update-ready = Eine neue Version von { -brand } ist bereit. Ihre Arbeit bleibt erhalten.
reload = Neu laden
not-being-saved = Wird nicht gespeichert.
network-in-the-way = Etwas in diesem Netz antwortet anstelle des Servers: die Anmeldeseite eines Hotels oder Cafés oder ein Proxy. Arbeiten Sie weiter; Ihre Änderungen bleiben erhalten und werden gesendet, sobald der Server erreichbar ist. Öffnen Sie eine beliebige andere Website, um sich am Netz anzumelden.
session-over = Ihre Sitzung ist beendet. Melden Sie sich wieder an, damit die Synchronisierung weitergeht; Ihre Arbeit bleibt auf diesem Gerät erhalten.
page-too-old = Diese Seite ist zu alt für den Server. Laden Sie sie neu; Ihre Arbeit bleibt erhalten.
not-found = Nicht gefunden
not-found-title = Hier ist nichts
not-found-sentence = Die Adresse führt zu keiner Seite von { -brand }.
no-access-title = Sie können diese Seite nicht öffnen
no-access-sentence = Ihre Rolle umfasst sie nicht. Fragen Sie einen Inhaber oder Administrator.
screen-missing-title = Dieser Teil konnte nicht geladen werden
screen-missing-sentence = Er liegt in einer eigenen Datei, und das Netz hat sie nicht gebracht. Nichts ist verloren; versuchen Sie es noch einmal.
go-to-users = Zu den Benutzern
opening = Wird geöffnet
could-not-open = { -brand } konnte nicht geöffnet werden
page-title = { $page } · { -brand }
palette = Suchen oder gehe zu …
palette-command-key = ⌘ K
palette-control-key = Strg K
palette-open = Gehe zu …
extensions = Nebenstellen
numbers = Rufnummern
teams = Teams
import-title = Benutzer importieren
security-log = Sicherheitsprotokoll
calls = Anrufe
figures = Anrufkennzahlen
