### Warum eine Anfrage an den Server fehlschlug oder etwas auf diesem Gerät nicht aufbewahrt werden konnte.

failure-offline = Der Server ist nicht erreichbar. Prüfen Sie die Verbindung, und versuchen Sie es noch einmal.
failure-intercepted = Etwas in diesem Netz antwortet anstelle des Servers: eine Anmeldeseite des Netzes oder ein Proxy. Öffnen Sie eine beliebige andere Website, um sich am Netz anzumelden, und versuchen Sie es dann noch einmal.
failure-status = Der Server hat mit einem Fehler geantwortet ({ $status }). Versuchen Sie es später noch einmal.

## Was der Server antwortet, nach seinem Code.

problem-signed-out = Sie sind nicht angemeldet, oder Ihre Sitzung ist beendet. Melden Sie sich an.
problem-session-ended = Ein Administrator hat Ihre Sitzung beendet. Melden Sie sich wieder an.
problem-wrong-credentials = Die E-Mail-Adresse, die Mobilnummer oder der Anmeldename ist falsch, oder das Passwort.
problem-wrong-password = Das ist nicht das Passwort Ihres Kontos.
problem-new-password-needed = Wählen Sie ein neues Passwort: Öffnen Sie den Link, der an Ihre Adresse gesendet wurde.
problem-password-change-needed = Dieses Passwort ist vorläufig. Melden Sie sich damit einmal an, und wählen Sie ein eigenes.
problem-temporary-password-expired = Dieses vorläufige Passwort ist abgelaufen. Lassen Sie sich von einem Administrator ein neues geben.
problem-other-identifier = Bei dieser Organisation müssen Sie sich mit etwas anderem anmelden: mit Ihrer E-Mail-Adresse, Ihrer Mobilnummer oder Ihrem Anmeldenamen. Melden Sie sich ab und damit wieder an, oder fragen Sie einen Administrator, womit.
problem-portal-closed = Ihr Konto hat ein Telefon, aber keinen Zugang zu dieser Seite. Bitten Sie einen Inhaber oder Administrator Ihrer Organisation um eine Rolle mit Zugang.
problem-link-over = Der Link wurde bereits benutzt, ist abgelaufen oder wurde durch einen späteren ersetzt. Fordern Sie einen neuen an.
problem-too-many-requests = Das waren zu viele Versuche. Warten Sie einige Minuten, und versuchen Sie es dann noch einmal.
problem-busy = Die Organisation ist gerade ausgelastet. Nichts wurde geändert; versuchen Sie es gleich noch einmal.
problem-timeout = Der Server hat zu lange gebraucht. Versuchen Sie es noch einmal.
problem-too-large = Das ist mehr, als der Server auf einmal annimmt.
problem-storage-full = Der Datenträger des Servers ist voll. Nichts wurde geändert; informieren Sie den Betreiber des Servers.
problem-database-unreachable = Der Server erreicht seine Datenbank nicht. Nichts ist verloren; versuchen Sie es gleich noch einmal.
problem-internal = Auf dem Server ist etwas schiefgegangen. Nichts wurde geändert; versuchen Sie es noch einmal, und informieren Sie den Betreiber, wenn es wieder geschieht.
problem-too-many-requests-wait = { $minutes ->
    [one] Das waren zu viele Versuche. Warten Sie { $minutes } Minute, und versuchen Sie es dann noch einmal.
   *[other] Das waren zu viele Versuche. Warten Sie { $minutes } Minuten, und versuchen Sie es dann noch einmal.
}
problem-commands-spent = { $minutes ->
    [one] Sie haben mehr Änderungen auf einmal gesendet, als der Server von einer Person annimmt. Nichts ist verloren; warten Sie { $minutes } Minute, und versuchen Sie es dann noch einmal.
   *[other] Sie haben mehr Änderungen auf einmal gesendet, als der Server von einer Person annimmt. Nichts ist verloren; warten Sie { $minutes } Minuten, und versuchen Sie es dann noch einmal.
}
problem-bytes-spent = { $hours ->
    [one] Sie haben an einem Tag mehr Daten gesendet, als der Server von einer Person annimmt. Nichts ist verloren; warten Sie { $hours } Stunde, und versuchen Sie es dann noch einmal.
   *[other] Sie haben an einem Tag mehr Daten gesendet, als der Server von einer Person annimmt. Nichts ist verloren; warten Sie { $hours } Stunden, und versuchen Sie es dann noch einmal.
}
problem-organisation-full = Ihre Organisation hat so viele Live-Verbindungen geöffnet, wie der Server annimmt. Schließen Sie Seiten, die Sie nicht brauchen, oder versuchen Sie es in einer Minute noch einmal.
problem-server-full = Der Server hat so viele Live-Verbindungen geöffnet, wie er annimmt. Versuchen Sie es in einer Minute noch einmal.
problem-wrong-code = { $left ->
    [one] Der Code ist falsch. Noch { $left } Versuch.
   *[other] Der Code ist falsch. Noch { $left } Versuche.
}
problem-invitation-unknown = Diese Einladung gibt es nicht. Prüfen Sie, ob Sie den ganzen Link kopiert haben, oder bitten Sie um eine neue.
problem-invitation-expired = Die Einladung ist abgelaufen. Bitten Sie um eine neue.
problem-invitation-used = Die Einladung wurde bereits angenommen. Melden Sie sich an.
problem-invitation-ended = Die Einladung wurde zurückgezogen, oder es wurde eine neuere gesendet. Suchen Sie nach einer späteren E-Mail.
problem-invitation-locked = Ein falscher Code wurde zu oft eingegeben. Bitten Sie um eine neue Einladung.
problem-organisation-needed = Geben Sie den Kurznamen Ihrer Organisation an, oder melden Sie sich mit Ihrer E-Mail-Adresse an.
problem-another-user = In diesem Browser ist jetzt ein anderes Konto angemeldet. Melden Sie sich wieder an, um mit diesem fortzufahren.
problem-newer-client = Die Seite ist neuer als der Server. Nichts ist verloren: Was Sie getan haben, wird gesendet, sobald der Server aktualisiert ist.
problem-unknown-protocol = Die Seite ist zu alt für den Server. Nichts ist verloren; laden Sie sie neu, wenn es Ihnen passt.
problem-cross-site = Diese Anfrage kommt von einer anderen Website, die nicht für Sie handeln darf.

## Warum dieses Gerät nichts aufbewahrt.

not-kept-full = Der Speicher dieses Geräts ist voll, deshalb können Änderungen nicht aufbewahrt werden. Schaffen Sie Platz auf dem Gerät, und versuchen Sie es dann noch einmal.
not-kept-closed = Der Browser hat den Speicher dieser Seite geschlossen, deshalb können Änderungen nicht aufbewahrt werden. Laden Sie die Seite neu.
not-kept-forbidden = Der Browser lässt diese Seite nichts speichern ({ $reason }), deshalb können Änderungen nicht aufbewahrt werden. Prüfen Sie seine Datenschutzeinstellungen, oder verwenden Sie einen anderen Browser.
not-kept-signed-out = Sie haben sich in einem anderen Tab abgemeldet. Melden Sie sich wieder an, um fortzufahren.
not-kept-newer = Auf diesem Gerät wird bereits eine neuere Version von { -brand } benutzt. Laden Sie die Seite neu, um diesen Tab zu aktualisieren.
not-kept-too-old = Diese Seite ist zu alt für den Server und nimmt keine Änderungen an. Laden Sie sie neu; was Sie vorher getan haben, bleibt erhalten.
not-deleted = Was auf diesem Gerät gespeichert ist, konnte nicht gelöscht werden. Schließen Sie die anderen Tabs dieser Seite, und versuchen Sie es noch einmal, oder löschen Sie die Daten dieser Website in den Einstellungen des Browsers.
not-deleted-unsynced = Änderungen, die den Server nicht erreicht haben oder abgelehnt wurden, gingen verloren.
not-opened-no-page = Das funktioniert nur in einem Webbrowser.
not-opened-newer = Die Daten auf diesem Gerät stammen von einer neueren Version von { -brand }. Laden Sie die Seite neu, um sie zu aktualisieren.
signed-out-here = Sie sind auf diesem Gerät abgemeldet. Die Sitzung auf dem Server endet, sobald er erreichbar ist.
