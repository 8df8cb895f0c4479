### Sicherheitsprotokolle, und woher etwas kam.

security-log-sub = Anmeldungen, Passwörter, Adressen und Links der Benutzer dieser Organisation.
security-nothing-title = Noch nichts
security-nothing = Was ab jetzt geschieht, erscheint hier.
security-older = Ältere anzeigen
security-user-gone = Ein Benutzer, der nicht mehr hier ist

security-own-signed-in = Sie haben sich angemeldet
security-own-sign-in-failed = Jemand wollte sich mit einem falschen Passwort anmelden
security-own-signed-out = Sie haben sich abgemeldet
security-own-session-ended = Eine Sitzung wurde beendet
security-own-link-mailed = Ein Link zum Festlegen eines Passworts wurde an Sie gesendet
security-own-password-set = Über einen Link aus einer Mail wurde ein Passwort festgelegt
security-own-password-changed = Sie haben Ihr Passwort geändert
security-own-joined = Sie wurden Benutzer einer Organisation
security-own-address-change-asked = Eine Änderung Ihrer Anmeldeadresse wurde verlangt
security-own-address-changed = Ihre Anmeldeadresse wurde geändert
security-own-address-change-stopped = Eine Änderung Ihrer Anmeldeadresse wurde aufgehalten
security-own-reset-ordered = Ein Administrator hat ein neues Passwort verlangt
security-own-handed-over = Ein Administrator hat für Sie einen Link oder ein vorläufiges Passwort erhalten
security-own-pin-set = Sie haben Ihre Voicemail-PIN festgelegt
security-own-recovery-ordered = Der Betreiber des Servers hat eine Wiederherstellung eingeleitet

security-signed-in = Angemeldet
security-sign-in-failed = Anmeldung fehlgeschlagen
security-signed-out = Abgemeldet
security-session-ended = Sitzung beendet
security-link-mailed = Link per Mail gesendet
security-password-set = Passwort über einen Link aus einer Mail festgelegt
security-password-changed = Passwort geändert
security-joined = Der Organisation beigetreten
security-address-change-asked = Änderung der Anmeldeadresse verlangt
security-address-changed = Anmeldeadresse geändert
security-address-change-stopped = Änderung der Anmeldeadresse aufgehalten
security-reset-ordered = Neues Passwort von einem Administrator verlangt
security-handed-over = Link oder vorläufiges Passwort an einen Administrator ausgegeben
security-pin-set = Voicemail-PIN festgelegt
security-recovery-ordered = Wiederherstellung vom Betreiber eingeleitet

browser-on = { $name } unter { $system }
browser-named = { $name }
browser-unknown-on = Ein Browser unter { $system }
browser-unknown = Ein unbekannter Browser
