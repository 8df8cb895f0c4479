### Was in einem Feld steht, wo zwei es geändert haben.

value-text = { $text }
value-none = Leer
value-extra = { $key }: { $value }
value-switch = { $on ->
    [yes] Ja
   *[no] Nein
}
value-public = { $public ->
    [yes] Öffentlich
   *[no] Privat
}
value-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
value-keeps-licences = { $keeps ->
    [yes] Behält die Lizenzen
   *[no] Lizenzen werden entzogen
}
value-hours = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
}
value-seconds = { $count ->
    [one] { $count } Sekunde
   *[other] { $count } Sekunden
}
value-range = { $from } bis { $to }
value-link-off = { $mobile }, ausgeschaltet
value-voicemail-of = Voicemail von { $who }
value-number-kind = { $kind ->
    [virtual] Virtuelle Rufnummer
    [landline] Festnetz
    [mobile] Mobil
    [work] Dienstnummer
   *[group] Rufnummer einer Gruppe
}
value-phone-type = { $phone ->
    [softphone] Softphone
    [webphone] Webphone
   *[desk_phone] Tischtelefon
}
value-scope = { $scope ->
    [own] Nur für die Person selbst
    [team] In einem Team
   *[organisation] In der ganzen Organisation
}
value-strategy = { $strategy ->
    [all_at_once] Alle zugleich
    [in_order] Nach Namen
    [round_robin] Reihum
   *[longest_idle] Wer am längsten ohne Anruf ist, zuerst
}
value-always-open = Immer geöffnet
value-shift = { $day ->
    [monday] Montag, { $from }–{ $to }
    [tuesday] Dienstag, { $from }–{ $to }
    [wednesday] Mittwoch, { $from }–{ $to }
    [thursday] Donnerstag, { $from }–{ $to }
    [friday] Freitag, { $from }–{ $to }
    [saturday] Samstag, { $from }–{ $to }
   *[sunday] Sonntag, { $from }–{ $to }
}
value-rule = { $when ->
    [always] Immer: { $action }
    [busy] Wenn besetzt ist: { $action }
    [no_answer] Wenn niemand abnimmt: { $action }
    [unreachable] Wenn nicht erreichbar: { $action }
   *[hours] Zu bestimmten Zeiten: { $action }
}
value-action-ring = { $count ->
    [one] { $count } Sekunde klingeln
   *[other] { $count } Sekunden klingeln
}
value-action-forward = weiterleiten an { $target }
value-action-voicemail = Voicemail
value-action-reject = Anruf abweisen
