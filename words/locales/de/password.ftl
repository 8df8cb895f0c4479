### Vergessene Passwörter, Links in Mails, die eines festlegen, und was beim Eingeben eines neuen gesagt wird.

forgot-sub = Ein Link, mit dem Sie ein neues wählen, wird an die E-Mail-Adresse Ihres Kontos gesendet.
forgot-sent-title = Sehen Sie in Ihre Mails
forgot-sent = Falls es ein Konto gibt, ist ein Link an dessen E-Mail-Adresse unterwegs. Er kann einmal verwendet werden, 24 Stunden lang.
forgot-nothing = Nach einigen Minuten nichts da? Sehen Sie im Spam-Ordner nach oder fragen Sie einen Administrator Ihrer Organisation.
forgot-again = Noch einmal anfordern
forgot-organisation-hint = Ihr Kurzname, zum Beispiel acme. Nötig, wenn der Server mehrere Organisationen hat.
back-to-sign-in = Zurück zur Anmeldung

password-link-over = Er wurde verwendet, ist abgelaufen oder wurde durch einen späteren ersetzt. Suchen Sie nach einer späteren Mail oder fordern Sie einen anderen Link an.
password-send-another = Anderen Link senden
password-joined = Bestätigt. Sie sind dabei.
password-set = Ihr neues Passwort ist festgelegt.
welcome-to = Willkommen bei { $organisation }
join = { $organisation } beitreten
choose-new-password = Wählen Sie ein neues Passwort
password-welcome = Wählen Sie ein Passwort. Sie melden sich als { $email } an.
password-reset = Ein Administrator von { $organisation } verlangt ein neues Passwort für { $email }.
password-forgotten = Sie melden sich damit als { $email } an.
password-recovery = Der Betreiber dieses Servers gibt { $email } wieder Zugang zu { $organisation }.
password-join = { $email } hat schon ein Konto: Bestätigen Sie mit dessen Passwort.
password-pin-hint = Vier bis zehn Ziffern. Sie geben sie am Telefon ein, um Ihre Nachrichten abzuhören.
password-confirm = Bestätigen
password-set-and-sign-in = Passwort festlegen und anmelden

pin-digits-only = Verwenden Sie nur Ziffern.
pin-too-short = { $min ->
    [one] Verwenden Sie mindestens { $min } Ziffer.
   *[other] Verwenden Sie mindestens { $min } Ziffern.
}
pin-too-long = { $max ->
    [one] Verwenden Sie höchstens { $max } Ziffer.
   *[other] Verwenden Sie höchstens { $max } Ziffern.
}
pin-easily-guessed = Das ist leicht zu erraten. Verwenden Sie Ziffern, die sich nicht wiederholen und keine Reihe bilden.

new-password-too-long = Verwenden Sie ein kürzeres Passwort.
new-password-hint = Mindestens { $min } Zeichen. Ein paar Wörter ohne Zusammenhang sind leicht zu merken und schwer zu erraten.
new-password-to-go = Noch { $count } Zeichen.
new-password-long-enough = Lang genug. Länger ist sicherer.
