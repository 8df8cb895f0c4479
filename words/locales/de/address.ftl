### Die Links einer Änderung der Anmeldeadresse: Der eine bestätigt sie, der andere hält sie auf.

address-title = Ihre Adresse
address-over = Er wurde verwendet, ist abgelaufen, oder die Änderung der Adresse wurde verhindert oder durch eine spätere ersetzt. Auf der Seite Ihres Kontos steht, welche Adresse gilt.
address-confirm-title = Bestätigen Sie Ihre neue Adresse
address-confirm-sub = Nach der Bestätigung melden Sie sich mit der neuen Adresse an, in jeder Organisation, der Sie angehören.
address-confirm = Neue Adresse bestätigen
address-stop-title = Adresse behalten?
address-stop-sub = Jemand, der Ihr Passwort kennt, will sich mit einer anderen Adresse anmelden. Wenn Sie das nicht waren, behalten Sie die alte.
address-stop = Alte Adresse behalten
address-old = Alte Adresse
address-new = Neue Adresse
address-confirmed-title = Ihre Adresse wurde geändert
address-confirmed = Ab jetzt melden Sie sich als { $new } an. { $old } wurde benachrichtigt und kann dies einen Tag lang rückgängig machen.
address-confirmed-ordered = Sie melden sich künftig mit { $new } an. Gab es vorher eine Adresse, so wurde sie benachrichtigt und kann das einen Tag lang rückgängig machen.
address-stopped-title = Ihre Adresse bleibt
address-stopped = Sie melden sich mit { $old } an. Ein Passwort, das jemand anders kennen könnte, öffnet nichts mehr: Wenn Ihres Sie nicht anmeldet, wählen Sie ein neues.
