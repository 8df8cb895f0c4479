### What stands in a field, where two people changed it.

value-text = { $text }
value-none = Empty
value-extra = { $key }: { $value }
value-switch = { $on ->
    [yes] Yes
   *[no] No
}
value-public = { $public ->
    [yes] Public
   *[no] Private
}
value-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
value-keeps-licences = { $keeps ->
    [yes] Keeps its licences
   *[no] Licences are taken away
}
value-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
value-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
value-range = { $from } to { $to }
value-link-off = { $mobile }, switched off
value-voicemail-of = Voicemail of { $who }
value-number-kind = { $kind ->
    [virtual] Virtual number
    [landline] Landline
    [mobile] Mobile
    [work] Work number
   *[group] Number of a group
}
value-phone-type = { $phone ->
    [softphone] Softphone
    [webphone] Webphone
   *[desk_phone] Desk phone
}
value-scope = { $scope ->
    [own] For its holder alone
    [team] In a team
   *[organisation] In the whole organisation
}
value-strategy = { $strategy ->
    [all_at_once] All at once
    [in_order] In order of names
    [round_robin] In turns
   *[longest_idle] Longest without a call first
}
value-always-open = Always open
value-shift = { $day ->
    [monday] Monday, { $from }–{ $to }
    [tuesday] Tuesday, { $from }–{ $to }
    [wednesday] Wednesday, { $from }–{ $to }
    [thursday] Thursday, { $from }–{ $to }
    [friday] Friday, { $from }–{ $to }
    [saturday] Saturday, { $from }–{ $to }
   *[sunday] Sunday, { $from }–{ $to }
}
value-rule = { $when ->
    [always] Always: { $action }
    [busy] When busy: { $action }
    [no_answer] When there is no answer: { $action }
    [unreachable] When unreachable: { $action }
   *[hours] At certain hours: { $action }
}
value-action-ring = { $count ->
    [one] ring for { $count } second
   *[other] ring for { $count } seconds
}
value-action-forward = forward to { $target }
value-action-voicemail = voicemail
value-action-reject = reject the call
