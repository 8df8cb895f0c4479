### The dialogs about users.

users-profile-saved = Profil gespeichert.
users-profile-restored = Das Profil ist wieder wie zuvor.
users-licence-of = Lizenz von { $name }
users-licence-changed = Lizenz geändert.
users-licence-restored = Die Lizenz ist wieder wie zuvor.
ask-delete-one = { $name } löschen?
ask-delete = { $count ->
    [one] { $count } Benutzer löschen?
   *[other] { $count } Benutzer löschen?
}
ask-suspend-one = { $name } sperren?
ask-suspend = { $count ->
    [one] { $count } Benutzer sperren?
   *[other] { $count } Benutzer sperren?
}
ask-send = { $count ->
    [one] { $count } Einladung senden?
   *[other] { $count } Einladungen senden?
}
ask-delete-one-sure = Möchten Sie diesen Benutzer wirklich löschen?
ask-delete-sure = Möchten Sie diese Benutzer wirklich löschen?
ask-suspend-one-meaning = Das Sperren beendet den Zugang dieses Benutzers, bis Sie ihn entsperren.
ask-suspend-meaning = Das Sperren beendet den Zugang dieser Benutzer, bis Sie sie entsperren.
ask-send-meaning = Jeder Benutzer erhält eine Mail mit einem Code und einem Link. Eine abgelaufene Einladung wird noch einmal gesendet.
ask-delete-one-yes = Benutzer löschen
ask-suspend-one-yes = Benutzer sperren
ask-loses-roles = { $count ->
    [one] Verliert die Rolle { $roles }.
   *[other] Verliert die Rollen { $roles }.
}
ask-invitation-void = Die gesendete Einladung wird ungültig.
ask-roles-too = Ihre Rollen und offenen Einladungen werden mit gelöscht.
ask-no-undo = Das kann nicht rückgängig gemacht werden.
ask-suspend-keeps = Rollen, Teams und Nebenstelle bleiben erhalten. Beim Entsperren werden die Plätze wieder belegt.
