### Eine Organisation wählen, und was zu tun ist, wenn es keine zu wählen gibt.

choose-title = Wählen Sie eine Organisation
choose-sub = { $email } gehört mehreren an. Sie können später wechseln.
choose-password-title = Ein neues Passwort ist nötig
choose-password-needed = Um { $organisations } zu öffnen, brauchen Sie ein neues Passwort. Ein Link, mit dem Sie es wählen, wurde an { $email } gesendet.
choose-send-again = Link noch einmal senden
choose-sent = Ein weiterer Link ist unterwegs.
choose-other-title = Melden Sie sich anders an
choose-other = Um { $organisations } zu öffnen, melden Sie sich ab und mit einer anderen Kennung wieder an: mit Ihrer E-Mail-Adresse, Mobilnummer oder Ihrem Anmeldenamen.
choose-none-title = Keine Organisation
choose-none = Ihr Konto gehört im Moment keiner Organisation an. Bitten Sie einen Administrator um eine Einladung und melden Sie sich dann wieder an.
choose-no-portal-title = Kein Zugang zum Portal
choose-no-portal = Sie haben ein Telefon bei { $organisations }, aber Ihre Rolle öffnet das Portal nicht. Fragen Sie einen Administrator, wenn Sie es brauchen.
choose-unavailable-title = Versuchen Sie es gleich noch einmal
choose-unavailable = { $organisations } lässt sich im Moment nicht öffnen. Nichts ist verloren; diese Seite versucht es weiter.
