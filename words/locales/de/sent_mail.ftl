### Gesendete Mails, wo es keinen Mailserver gibt, und Mails, die nicht zugestellt werden konnten.

mail-sub = Dieser Server hat keinen Mailserver, deshalb werden seine Mails hier aufbewahrt.
mail-none-title = Noch keine Mails
mail-none = Einladungen und Links, die gesendet werden, erscheinen hier.
mail-masked = Links und Codes sind verdeckt: Sie sind nur für den Empfänger bestimmt.
mail-to = An { $email }

undelivered-again =
    { $what ->
        [invitation] Die Einladung wurde noch nicht zugestellt.
        [password] Der Link zum Festlegen eines Passworts wurde noch nicht zugestellt.
       *[address] Der Link zur Anmeldeadresse wurde noch nicht zugestellt.
    } { $reason ->
        [refused] Der Mailserver hat die Mail abgelehnt: Prüfen Sie die Adresse.
        [unavailable] Der Mailserver ist nicht erreichbar.
       *[over_budget] Zuletzt wurden zu viele Mails gesendet.
    } Der nächste Versuch ist am { $at }.
undelivered-for-good =
    { $what ->
        [invitation] Die Einladung konnte nicht zugestellt werden.
        [password] Der Link zum Festlegen eines Passworts konnte nicht zugestellt werden.
       *[address] Der Link zur Anmeldeadresse konnte nicht zugestellt werden.
    } { $reason ->
        [refused] Der Mailserver hat die Mail abgelehnt: Prüfen Sie die Adresse.
        [unavailable] Der Mailserver ist nicht erreichbar.
       *[over_budget] Zuletzt wurden zu viele Mails gesendet.
    }
