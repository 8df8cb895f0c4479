### Das Änderungsprotokoll der Organisation.

activity-sub = Wer was geändert hat, das Neueste zuerst. Das Protokoll liegt auf dem Server.
activity-unfound = Nichts im Protokoll passt zu diesen Filtern.
activity-empty-title = Noch nichts
activity-empty = Nichts wurde getan, was Sie sehen dürfen.
activity-narrowing = Protokoll eingrenzen
activity-about = Über
activity-by = Von
activity-what = Was getan wurde
activity-anything = Alles
activity-by-what = Womit
activity-way = { $way ->
    [page] Auf der Seite
    [import] Import
    [key] API-Schlüssel
   *[server] Das System
}
activity-from = Ab
activity-to = Bis
activity-clear = Filter löschen

history-by = Von { $who }
history-by-import = Von { $who }, per Import
history-by-key = Von einem Programm von { $who }, mit API-Schlüssel
history-by-server = Vom System
history-hidden = Etwas, das Sie nicht ganz sehen dürfen
history-before = Vorher:
history-after = Nachher:
history-permissions = Rechte
history-about = Worum es geht

activity-verb = { $verb ->
    [found_organisation] Organisation gründen
    [edit_organisation] Organisation bearbeiten
    [set_policy] Richtlinien ändern
    [set_keeping] Aufbewahrung ändern
    [set_call_policy] Regeln für Anrufe ändern
    [change_holidays] Feiertage ändern
    [prepare_user] Benutzer vorbereiten
    [import_user] Benutzer importieren
    [invite_user] Benutzer einladen
    [send_invitation] Einladung senden
    [schedule_invitation] Einladung planen
    [resend_invitation] Einladung erneut senden
    [revoke_invitation] Einladung zurückziehen
    [accept_invitation] Einladung annehmen
    [activate_user] Benutzer aktivieren
    [hand_over] Anmeldung aushändigen
    [edit_profile] Profil bearbeiten
    [edit_extra] Zusatzangaben bearbeiten
    [set_identifiers] Anmeldung eines Benutzers ändern
    [set_avatar] Bild ändern
    [suspend_user] Benutzer sperren
    [reactivate_user] Benutzer entsperren
    [reset_user] Benutzer zurücksetzen
    [force_password_reset] Neues Passwort verlangen
    [send_welcome] Willkommensmail senden
    [end_sessions] Sitzungen beenden
    [recover_owner] Inhaberzugang wiederherstellen
    [off_board] Austritt eines Benutzers anordnen
    [delete_user] Benutzer löschen
    [restore_user] Benutzer wiederherstellen
    [erase_user] Daten eines Benutzers tilgen
    [create_system_user] Systembenutzer anlegen
    [edit_system_user] Systembenutzer bearbeiten
    [create_role] Rolle anlegen
    [edit_role] Rolle bearbeiten
    [delete_role] Rolle löschen
    [give_grant] Rolle oder Berechtigung geben
    [take_grant] Rolle oder Berechtigung entziehen
    [replace_roles] Rollen ersetzen
    [create_team] Team anlegen
    [edit_team] Team bearbeiten
    [add_member] Mitglied zu einem Team hinzufügen
    [remove_member] Mitglied aus einem Team entfernen
    [disable_team] Team deaktivieren
    [enable_team] Team aktivieren
    [delete_team] Team löschen
    [set_team_roles] Rollen eines Teams ändern
    [set_routing] Anrufverteilung eines Teams ändern
    [create_channel] Kanal anlegen
    [edit_channel] Kanal bearbeiten
    [delete_channel] Kanal löschen
    [add_licence] Lizenz hinzufügen
    [edit_licence] Lizenz bearbeiten
    [remove_licence] Lizenz entfernen
    [set_licence] Lizenz eines Benutzers ändern
    [add_number] Rufnummer hinzufügen
    [edit_number] Rufnummer bearbeiten
    [assign_number] Rufnummer zuweisen
    [unassign_number] Rufnummer zurücknehmen
    [release_number] Sperrfrist einer Rufnummer beenden
    [route_number] Rufnummer weiterleiten
    [remove_number] Rufnummer entfernen
    [link_mobile] Mobiltelefon verknüpfen
    [set_display_numbers] Angezeigte Rufnummern ändern
    [assign_extension] Nebenstelle zuweisen
    [change_extension] Nebenstelle ändern
    [unassign_extension] Nebenstelle zurücknehmen
    [add_phone] Telefon hinzufügen
    [edit_phone] Telefon bearbeiten
    [delete_phone] Telefon löschen
    [set_answering] Annahmeregeln ändern
    [set_voicemail] Voicemail ändern
    [add_contact] Gemeinsamen Kontakt hinzufügen
    [import_contact] Gemeinsamen Kontakt importieren
    [edit_contact] Gemeinsamen Kontakt bearbeiten
    [delete_contact] Gemeinsamen Kontakt löschen
    [carry_out] Fälliges ausführen
    [note_sign_ins] Festhalten, wer angemeldet war
    [expire] Abgelaufenes entfernen
   *[other] Etwas anderes
}
