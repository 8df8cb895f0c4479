### Moments and spans, as they stand alone or within a sentence.

ago-now = just now
ago-minutes = { $count ->
    [one] { $count } min ago
   *[other] { $count } min ago
}
ago-hours = { $count ->
    [one] { $count } h ago
   *[other] { $count } h ago
}
in-less-than-a-minute = in less than a minute
in-minutes = { $count ->
    [one] in { $count } min
   *[other] in { $count } min
}
in-hours = { $count ->
    [one] in { $count } h
   *[other] in { $count } h
}
on-moment = on { $at }
