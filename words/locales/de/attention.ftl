### Was eine Entscheidung braucht.

attention-sub = Was einen Blick wert ist, und wo sich etwas tun lässt.
attention-nothing-title = Nichts zu tun
attention-nothing = Keine Entscheidung steht an. Wenn doch, steht sie hier.
attention-show = { $count ->
    [one] Anzeigen
   *[other] Alle { $count } anzeigen
}
attention-what = { $what ->
    [one_owner] { $count ->
        [one] Nur ein aktiver Inhaber
       *[other] Nur ein aktiver Inhaber
    }
    [no_seat] { $count ->
        [one] Eine Lizenz hat keinen freien Platz
       *[other] { $count } Lizenzen haben keinen freien Platz
    }
    [expired] { $count ->
        [one] { $count } Einladung ist abgelaufen
       *[other] { $count } Einladungen sind abgelaufen
    }
    [expiring] { $count ->
        [one] { $count } Einladung läuft bald ab
       *[other] { $count } Einladungen laufen bald ab
    }
    [prepared] { $count ->
        [one] { $count } Person ist vorbereitet und nicht eingeladen
       *[other] { $count } Personen sind vorbereitet und nicht eingeladen
    }
    [undelivered] { $count ->
        [one] { $count } E-Mail kam nicht an
       *[other] { $count } E-Mails kamen nicht an
    }
    [no_phone] { $count ->
        [one] { $count } aktive Person hat kein Telefon
       *[other] { $count } aktive Personen haben kein Telefon
    }
    [away] { $count ->
        [one] { $count } Person hat sich seit 90 Tagen nicht angemeldet
       *[other] { $count } Personen haben sich seit 90 Tagen nicht angemeldet
    }
    [no_members] { $count ->
        [one] { $count } Team nimmt Anrufe an und hat keine Mitglieder
       *[other] { $count } Teams nehmen Anrufe an und haben keine Mitglieder
    }
    [disabled] { $count ->
        [one] Anrufe gehen an { $count } deaktiviertes Team
       *[other] Anrufe gehen an { $count } deaktivierte Teams
    }
    [unused_role] { $count ->
        [one] { $count } Rolle hat niemand
       *[other] { $count } Rollen hat niemand
    }
    [direct] { $count ->
        [one] { $count } Person hat Rechte ohne Rolle
       *[other] { $count } Personen haben Rechte ohne Rolle
    }
    [put_off] { $count ->
        [one] { $count } Auftrag konnte nicht ausgeführt werden
       *[other] { $count } Aufträge konnten nicht ausgeführt werden
    }
    [leaving] { $count ->
        [one] { $count } Person tritt binnen einer Woche aus
       *[other] { $count } Personen treten binnen einer Woche aus
    }
   *[ending] { $count ->
        [one] Rechte von { $count } Person enden binnen einer Woche
       *[other] Rechte von { $count } Personen enden binnen einer Woche
    }
}
attention-why = { $what ->
    [one_owner] Fällt diese Person aus, kann niemand mehr alles verwalten. Geben Sie einer zweiten Person die Rolle Inhaber.
    [no_seat] Niemand sonst kann sie bekommen. Erhöhen Sie die Plätze oder nehmen Sie einen zurück, der nicht genutzt wird.
    [expired] Diese Personen kommen nicht mehr herein. Senden Sie die Einladung erneut oder ziehen Sie sie zurück.
    [expiring] Eine Erinnerung am Telefon hilft vielleicht, oder senden Sie sie erneut.
    [prepared] Sie belegen schon Plätze. Laden Sie sie ein oder geben Sie die Plätze zurück.
    [undelivered] Die Adresse ist vielleicht falsch. Berichtigen Sie sie und senden Sie die E-Mail erneut.
    [no_phone] Ohne Nebenstelle oder Gerät können sie weder anrufen noch angerufen werden.
    [away] Wer gegangen ist, belegt einen Platz und käme noch herein. Fragen Sie nach, sperren Sie sie, oder lassen Sie sie ausscheiden.
    [no_members] Bei niemandem klingelt es. Nehmen Sie Mitglieder auf oder leiten Sie die Anrufe anderswohin.
    [disabled] Anrufer erreichen dort niemanden. Aktivieren Sie das Team oder leiten Sie die Anrufe anderswohin.
    [unused_role] Geben Sie sie jemandem oder löschen Sie sie.
    [direct] Sie werden leicht vergessen. Eine Rolle sagt dasselbe für alle, die es brauchen.
    [put_off] Jemand sollte austreten oder eingeladen werden. Es wird erneut versucht; der Grund steht dort.
    [leaving] Prüfen Sie, ob alles übergeben ist.
   *[ending] Verlängern Sie, was noch gebraucht wird.
}
