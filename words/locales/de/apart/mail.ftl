### Was die Mails sagen.

mail-hello = Guten Tag,
mail-hello-name = Guten Tag { $name },
mail-ignore = Wenn Sie diese Mail nicht erwartet haben, ignorieren Sie sie: Es passiert nichts.
mail-link-once = Der Link kann 24 Stunden lang einmal verwendet werden.

mail-invitation-subject = Einladung zu { $organisation }
mail-invitation-from = { $inviter } lädt Sie zu { $organisation } ein.
mail-invitation = Sie sind zu { $organisation } eingeladen.
mail-your-code = Ihr Code:
mail-enter-code = Öffnen Sie diese Seite und geben Sie den Code ein:
mail-open-invitation = Einladung öffnen
mail-then-enter-code = Geben Sie auf der Seite den Code ein.
mail-code-until = Der Code kann einmal verwendet werden, bis { $until }. Bitten Sie danach um einen neuen.

mail-choose-password = Passwort wählen
mail-confirm = Bestätigen
mail-welcome-subject = Willkommen bei { $organisation }
mail-welcome = Willkommen bei { $organisation }. Wählen Sie Ihr Passwort.
mail-reset-subject = Neues Passwort für { $organisation }
mail-reset = Ein Administrator von { $organisation } bittet Sie, ein neues Passwort zu wählen.
mail-forgotten-subject = Wählen Sie ein neues Passwort
mail-forgotten = Jemand, wahrscheinlich Sie, hat ein neues Passwort für { $address } angefordert.
mail-recovery-subject = Zugang zu { $organisation }
mail-recovery = Der Betreiber des Servers gibt Ihnen wieder Zugang zu { $organisation }. Wählen Sie ein neues Passwort.
mail-join-subject = { $organisation } beitreten
mail-join = { $organisation } möchte Ihr Konto aufnehmen. Bestätigen Sie mit Ihrem Passwort, dass Sie einverstanden sind.

mail-address-confirm-subject = Bestätigen Sie Ihre neue Adresse
mail-address-confirm = Für das Konto { $old } soll künftig diese Adresse zur Anmeldung dienen. Bestätigen Sie, dass sie Ihnen gehört.
mail-address-confirm-first = Sie möchten sich künftig mit dieser Adresse bei Ihrem Konto anmelden. Bestätigen Sie, dass sie Ihnen gehört.
mail-address-ordered = { $organisation } hat diese Adresse für Sie eingetragen. Sobald Sie bestätigen, dass sie Ihnen gehört, dient sie künftig zur Anmeldung bei Ihrem Konto.
mail-address-confirm-act = Adresse bestätigen
mail-address-confirm-otherwise = Wenn Sie diese Mail nicht erwartet haben, ignorieren Sie sie: Es ändert sich nichts.
mail-address-stop-subject = Ihre Adresse soll geändert werden
mail-address-stop = Sobald die Adresse { $new } bestätigt ist, melden Sie sich mit ihr statt mit { $old } an. Wenn Sie das nicht möchten, halten Sie es innerhalb eines Tages auf, auch noch nach der Bestätigung.
mail-address-stop-act = Änderung aufhalten
mail-address-stop-otherwise = Wenn Sie das selbst angefordert haben, ist nichts zu tun.

mail-moment = { $day }. { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
 } { $year }, { $time } { $zone }
