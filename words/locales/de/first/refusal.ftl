### Warum etwas nicht geht: jede Ablehnung, jeder falsche Wert, die Felder und Rechte, die sie nennen.

refusal-not-allowed = Dafür brauchen Sie das Recht „{ $permission }“. Bitten Sie einen Inhaber oder Administrator darum.
refusal-no-portal = Sie haben hier ein Telefon, aber keinen Zugang zu dieser Seite. Bitten Sie einen Inhaber oder Administrator um eine Rolle, die ihn gibt.
refusal-actor-not-active = Ihr eigenes Konto ist in dieser Organisation nicht mehr aktiv.
refusal-organisation-exists = Diese Organisation gibt es schon.
refusal-unknown = { $subject ->
    [organisation] Diese Organisation gibt es nicht, oder Sie gehören ihr nicht an.
    [user] Diesen Benutzer gibt es nicht mehr.
    [role] Diese Rolle gibt es nicht mehr. Wählen Sie eine andere.
    [team] Dieses Team gibt es nicht mehr. Wählen Sie ein anderes.
    [licence] Diese Lizenz gibt es nicht mehr. Wählen Sie eine andere.
    [channel] Diesen Kanal gibt es nicht mehr.
    [number] Diese Rufnummer gibt es nicht mehr. Wählen Sie eine andere.
    [phone] Dieses Telefon gibt es nicht mehr.
    [contact] Diesen Kontakt gibt es nicht mehr.
    [call] Dieses Gespräch gibt es nicht mehr.
   *[grant] Diese Rolle wurde schon entzogen.
}
refusal-id-in-use = Das ist schon geschehen.
refusal-invalid = { $field }: { $error }
refusal-already-a-user = { $kind ->
    [mobile] { $who } hat diese Mobilnummer schon.
    [login] { $who } hat diesen Anmeldenamen schon.
   *[email] { $who } hat diese Adresse schon.
}
refusal-already-a-user-unnamed = { $kind ->
    [mobile] Jemand hier hat diese Mobilnummer schon.
    [login] Jemand hier hat diesen Anmeldenamen schon.
   *[email] Jemand hier hat diese Adresse schon.
}
refusal-domain-not-allowed = Adressen dieser Domain können hier nicht verwendet werden.
refusal-domains-allowed = Hier können nur Adressen dieser Domains verwendet werden: { $domains }.
refusal-no-seat-left = { $seats ->
    [one] Der einzige Platz von { $licence } ist vergeben. Wählen Sie eine andere Lizenz oder geben Sie den Platz frei.
   *[other] Alle { $seats } Plätze von { $licence } sind vergeben. Wählen Sie eine andere Lizenz oder geben Sie einen Platz frei.
}
refusal-wrong-licence-kind = Ein Tarif kann keine Zusatzoption sein und eine Zusatzoption kein Tarif.
refusal-no-plan = Wählen Sie einen Tarif: Hier wird nur eingeladen, wer einen Tarif hat.
refusal-no-plan-full = Wählen Sie einen Tarif: Hier wird nur eingeladen, wer einen Tarif hat. Alle Plätze sind vergeben bei: { $plans }.
refusal-owner-by-invitation = Niemand wird durch eine Einladung Inhaber. Wählen Sie eine andere Rolle.
refusal-grants-more-than-held = Die Rolle { $role } enthält das Recht „{ $permission }“, das Sie nicht haben. Deshalb können Sie sie nicht vergeben.
refusal-outranks-actor = Dieser Benutzer hat das Recht „{ $permission }“, das Sie nicht haben. Deshalb können Sie ihn nicht ändern.
refusal-single-role = In dieser Organisation hat jeder Benutzer nur eine Rolle.
refusal-wrong-scope = { $scopes ->
    [own] Die Rolle { $role } gilt nur für ihren Inhaber selbst, nicht in einem Team oder der ganzen Organisation.
    [team] Die Rolle { $role } gilt für ein Team. Wählen Sie eines.
    [organisation] Die Rolle { $role } gilt nur in der ganzen Organisation.
    [own-team] Die Rolle { $role } gilt für ihren Inhaber selbst oder in einem Team. Wählen Sie eines davon.
    [own-organisation] Die Rolle { $role } gilt für ihren Inhaber selbst oder in der ganzen Organisation. Wählen Sie eines davon.
    [team-organisation] Die Rolle { $role } gilt in einem Team oder in der ganzen Organisation. Wählen Sie eines davon.
   *[any] Die Rolle { $role } kann dort nicht vergeben werden.
}
refusal-scope-in-use = { $scopes ->
    [own] Jemand hat diese Rolle für sich selbst. Entziehen Sie sie zuerst, oder lassen Sie das weiter zu.
    [team] Jemand hat diese Rolle in einem Team. Entziehen Sie sie zuerst, oder lassen Sie das weiter zu.
   *[organisation] Jemand hat diese Rolle in der ganzen Organisation. Entziehen Sie sie zuerst, oder lassen Sie das weiter zu.
}
refusal-reaches-others = Das Recht „{ $permission }“ betrifft andere und kann deshalb nicht zu einer Rolle gehören, die nur für ihren Inhaber selbst gilt. Lassen Sie die Rolle in einem Team oder der ganzen Organisation gelten.
refusal-wrong-state = { $state ->
    [prepared] Das geht nicht: Der Benutzer ist vorbereitet und noch nicht eingeladen.
    [invited] Das geht nicht: Der Benutzer ist eingeladen und hat noch nicht angenommen.
    [active] Das geht nicht: Der Benutzer ist aktiv.
   *[suspended] Das geht nicht: Der Benutzer ist gesperrt.
}
refusal-invitation-expired = Die Einladung ist abgelaufen. Senden Sie sie noch einmal.
refusal-no-sign-in = Mit dem, woran dieser Benutzer erkannt wird, meldet sich hier niemand an. Ergänzen Sie eine E-Mail-Adresse, eine Mobilnummer oder einen Anmeldenamen, je nachdem, was Ihre Organisation zulässt.
refusal-opens-portal = Diese Person darf sich anmelden: Laden Sie sie ein, oder übergeben Sie einen Link oder ein vorläufiges Passwort.
refusal-account-elsewhere = Das Konto dieser Person gehört auch zu anderen Organisationen. Deshalb gibt ihm nur die Person selbst ein Passwort.
refusal-handed-over-elsewhere = Ein Link oder ein vorläufiges Passwort wird dem gezeigt, der es übergibt, und entsteht auf keinem anderen Weg. Nutzen Sie „Übergeben“, solange der Server erreichbar ist.
refusal-seen-elsewhere = Die Änderung kam mit zuvor gesehenen Werten von etwas anderem. Es wurde nichts geändert.
refusal-changed-meanwhile = Jemand hat das geändert, seit Sie es gesehen haben, und Ihre Änderung passt nicht dazu. Sehen Sie es sich noch einmal an.
refusal-call-not-kept = { $days ->
    [one] Anrufe werden hier einen Tag lang aufbewahrt, und dieser ist älter.
   *[other] Anrufe werden hier { $days } Tage lang aufbewahrt, und dieser ist älter.
}
refusal-call-too-long = { $days ->
    [one] Nach diesen Zeiten hätte der Anruf länger als einen Tag gedauert. Prüfen Sie die Uhr der Telefonanlage.
   *[other] Nach diesen Zeiten hätte der Anruf länger als { $days } Tage gedauert. Prüfen Sie die Uhr der Telefonanlage.
}
refusal-no-email = Dieser Benutzer hat keine E-Mail-Adresse, an die eine Einladung gehen kann.
refusal-last-owner = Das ist der letzte aktive Inhaber, und jede Organisation behält einen. Machen Sie zuerst jemand anderen zum Inhaber.
refusal-protected-role = Inhaber können nicht gelöscht werden. Entziehen Sie zuerst die Rolle.
refusal-oneself = Das können Sie nicht mit sich selbst tun. Bitten Sie einen anderen Inhaber oder Administrator.
refusal-not-a-person = Das können nur Personen haben, und dieser Benutzer ist keine.
refusal-name-taken = Dieser Name ist vergeben. Wählen Sie einen anderen.
refusal-already-member = Dieser Benutzer ist schon im Team.
refusal-nothing-to-change = Es hat sich noch nichts geändert.
refusal-no-identifier = Geben Sie eine E-Mail-Adresse, eine Mobilnummer oder einen Anmeldenamen ein.
refusal-extension-taken = { $who } hat diese Nebenstelle. Wählen Sie eine andere.
refusal-extension-taken-unnamed = Jemand hat diese Nebenstelle. Wählen Sie eine andere.
refusal-extension-out-of-range = Diese Nebenstelle liegt außerhalb des Bereichs der Organisation.
refusal-has-extension = Dieser Benutzer hat schon eine Nebenstelle. Heben Sie die Zuweisung zuerst auf.
refusal-no-extension = Dieser Benutzer hat keine Nebenstelle.
refusal-number-taken = Jemand hat diese Rufnummer. Wählen Sie eine andere.
refusal-number-in-quarantine = Diese Rufnummer wurde vor Kurzem zurückgegeben und ist wieder frei ab { $until }.
refusal-number-exists = Diese Rufnummer steht schon in der Liste.
refusal-not-a-mobile = Eine Nummer kann nur mit einer Mobilnummer verknüpft werden und nicht mit sich selbst.
refusal-built-in-role = Eingebaute Rollen können nicht geändert werden. Kopieren Sie die Rolle und ändern Sie die Kopie.
refusal-permission-not-held = Sie haben das Recht „{ $permission }“ selbst nicht und können es deshalb nicht vergeben.
refusal-live-call = Dieser Benutzer telefoniert. Versuchen Sie es nach dem Gespräch noch einmal.
refusal-routed-from = Anrufe werden hierher geleitet von: { $places }. Leiten Sie sie zuerst anderswohin.
refusal-routed-to = { $places ->
    [one] Anrufe werden von { $places } Stelle hierher geleitet. Leiten Sie sie zuerst anderswohin.
   *[other] Anrufe werden von { $places } Stellen hierher geleitet. Leiten Sie sie zuerst anderswohin.
}
refusal-team-disabled = Dieses Team ist deaktiviert. Aktivieren Sie es zuerst.
refusal-successor-not-active = { $who } ist nicht aktiv und kann nichts übernehmen. Wählen Sie jemand anderen.
refusal-successor-gone = Wer übernehmen soll, ist nicht mehr da oder nicht aktiv. Wählen Sie jemand anderen.
refusal-moment-over = Dieser Zeitpunkt ist vorbei. Wählen Sie einen späteren.
refusal-not-a-member = Dieser Benutzer ist nicht direkt im Team. Eine Mitgliedschaft, die eine Rolle mitbringt, endet mit der Rolle.
refusal-seats-in-use = { $taken ->
    [one] { $taken } Platz ist vergeben; weniger können es nicht sein.
   *[other] { $taken } Plätze sind vergeben; weniger können es nicht sein.
}
refusal-not-restorable = Dieser Benutzer kann nicht mehr wiederhergestellt werden.
refusal-not-a-system-user = Das können nur Konferenzen, Telefonzentralen, Warteschlangen und Dienste haben.
refusal-call-over = Dieses Gespräch ist beendet.
refusal-too-many = Höchstens { $max } sind möglich.
refusal-target-loops = Anrufe würden im Kreis laufen. Wählen Sie ein anderes Ziel.
refusal-repeated = Derselbe Eintrag ist zweimal vorhanden.
refusal-owner-never-ends = Ein Inhaber hat kein Enddatum. Entziehen Sie die Rolle, wenn es so weit ist.
refusal-mac-taken = Ein anderes Telefon hat diese Hardwareadresse.
refusal-too-old = Das ist so lange her, dass es vielleicht schon angekommen ist. Prüfen Sie es und wiederholen Sie es, falls es fehlt.
refusal-not-an-owner = Dieser Benutzer ist kein Inhaber der ganzen Organisation.
refusal-too-many-changes = Das würde mindestens { $changes } Einträge auf einmal ändern; höchstens { $max } sind möglich, wobei einer mit einem Bild oder viel Text mehrfach zählt. Gehen Sie in kleineren Schritten vor: weniger Personen oder weniger Teams auf einmal. Haben mehr Personen eine Rolle, wählen Sie sie in der Benutzerliste aus: Dort lassen sich beliebig viele einem Team hinzufügen, oder die Rolle lässt sich ihnen entziehen.

this-licence = dieser Lizenz
this-role = gewählte

value-empty = Füllen Sie dieses Feld aus.
value-too-long = { $max ->
    [one] Höchstens { $max } Zeichen ist möglich.
   *[other] Höchstens { $max } Zeichen sind möglich.
}
value-too-short = { $min ->
    [one] Mindestens { $min } Zeichen ist nötig.
   *[other] Mindestens { $min } Zeichen sind nötig.
}
value-invisible-character = Entfernen Sie das unsichtbare Zeichen in diesem Text.
value-bad-character = Entfernen Sie das Zeichen „{ $character }“.
value-not-an-email = Geben Sie eine E-Mail-Adresse ein, zum Beispiel ann@example.com.
value-not-a-domain = Geben Sie eine Domain ein, zum Beispiel example.com.
value-not-a-slug = Verwenden Sie nur Kleinbuchstaben, Ziffern und Bindestriche.
value-not-an-extension = Verwenden Sie zwei bis acht Ziffern.
value-not-a-language = Geben Sie ein Sprachkürzel ein, zum Beispiel en oder pt-BR.
value-not-a-time-zone = Geben Sie eine Zeitzone ein, zum Beispiel Europe/Berlin.
value-not-a-phone-number = Geben Sie eine Rufnummer mit Landesvorwahl ein, zum Beispiel +49 30 1234567.
value-not-a-mac-address = Geben Sie eine Hardwareadresse ein, zum Beispiel 00:1b:44:11:3a:b7.
value-not-an-image = Verwenden Sie ein PNG-, JPEG- oder WebP-Bild mit höchstens { $max } KiB.
value-out-of-range = Verwenden Sie eine Zahl zwischen { $min } und { $max }.
value-not-a-range = Das Ende liegt vor dem Anfang.
value-not-a-country = Geben Sie ein Länderkürzel aus zwei Buchstaben ein, zum Beispiel DE.
value-easily-guessed = Das ist leicht zu erraten. Wählen Sie etwas Längeres oder weniger Gebräuchliches.
value-not-a-date = Geben Sie ein Datum wie 2026-12-25 ein.
value-in-the-future = Das liegt in der Zukunft.

## Wie ein Feld heißt.

field-email = E-Mail
field-full-name = Name
field-position = Position
field-role = Rolle
field-scope = Wo die Rolle gilt
field-licence = Lizenz
field-add-ons = Zusatzoptionen
field-team = Team
field-name = Name
field-language = Sprache
field-time-zone = Zeitzone
field-password = Passwort
field-code = Code
field-extension = Nebenstelle
field-mobile = Mobilnummer
field-login = Anmeldename
field-number = Rufnummer
field-mac-address = Hardwareadresse
field-permissions = Rechte
field-seats = Plätze
field-rules = Annahmeregeln
field-hours = Zeiten
field-avatar = Bild
field-members = Mitglieder
field-target = Ziel
field-display-numbers = Angezeigte Rufnummern
field-until = Ende
field-voicemail-pin = Voicemail-PIN
field-offline-days = Tage ohne Verbindung
field-log-days = Aufbewahrung des Protokolls in Tagen
field-security-days = Aufbewahrung des Sicherheitsprotokolls in Tagen
field-country = Land
field-description = Beschreibung
field-kind = Art
field-company = Firma
field-phone-model = Telefonmodell
field-publicity = Öffentlich oder privat
field-strategy = Reihenfolge des Klingelns
field-ring-time = Klingeldauer
field-routing = Anrufverteilung
field-voicemail = Voicemail
field-mail-copy = Kopien per E-Mail
field-invitation-lifetime = Gültigkeit von Einladungen
field-single-role = Eine Rolle pro Benutzer
field-recycle-days = Tage im Papierkorb
field-quarantine-days = Ruhezeit von Rufnummern in Tagen
field-extra = Zusätzliche Angaben
field-label = Bezeichnung
field-phone-type = Art des Telefons
field-invite-without-plan = Einladen ohne Tarif
field-managers-may-add = Leitung nimmt auf, wen sie sieht
field-call-days = Aufbewahrung der Anrufe in Tagen
field-service-seconds = Sekunden, in denen ein Anruf rechtzeitig angenommen ist
field-call-time = Zeitpunkt des Anrufs
field-off-boarding = Austritt
field-suspend-at = Gesperrt ab
field-delete-after = Gelöscht nach
field-invite-at = Einladung am

## Was ein Recht erlaubt.

permission-portal-login = Diese Seite öffnen
permission-profile-self = Das eigene Profil bearbeiten
permission-callhandling-self = Die eigene Anrufbehandlung einstellen
permission-queue-presence = Sich an Warteschlangen anmelden
permission-directory-read = Das Verzeichnis sehen
permission-user-read = Alle Benutzer sehen
permission-user-invite = Benutzer einladen
permission-user-edit = Benutzer bearbeiten
permission-user-identity = Ändern, womit Benutzer sich anmelden
permission-user-suspend = Benutzer sperren
permission-user-delete = Benutzer löschen
permission-user-reset-credentials = Passwörter zurücksetzen
permission-session-revoke = Sitzungen beenden
permission-user-import = Benutzer importieren
permission-user-export = Benutzer exportieren
permission-role-assign = Rollen vergeben
permission-role-manage = Rollen verwalten
permission-permission-grant = Einzelne Rechte vergeben
permission-team-read = Teams sehen
permission-team-manage = Teams verwalten
permission-team-members = Ändern, wer in einem Team ist
permission-channel-manage = Kanäle verwalten
permission-licence-assign = Lizenzen zuweisen
permission-number-assign = Rufnummern zuweisen
permission-device-manage = Telefone verwalten
permission-callhandling-manage = Anrufbehandlung verwalten
permission-system-user-manage = Systembenutzer verwalten
permission-contacts-shared = Gemeinsame Kontakte verwalten
permission-calls-read = Gespräche sehen
permission-queue-supervise = Warteschlangen beaufsichtigen
permission-audit-read = Das Protokoll lesen
permission-integration-manage = Integrationen verwalten
permission-tenant-settings = Einstellungen der Organisation ändern
permission-billing-manage = Abrechnung verwalten
