### The list of calls, and their figures.

calls-search = Search calls
calls-search-hint = Search number, contact, agent, team
calls-found = { $count ->
    [one] { $count } call
   *[other] { $count } calls
}
calls-live-now = { $count ->
    [0] No call at the moment
    [one] { $count } call at the moment
   *[other] { $count } calls at the moment
}
calls-empty-title = No calls yet
calls-empty-sentence = Your calls show here as soon as the phone system reports them, and those of others that you may read.
calls-detail = Call
calls-gone = This call isn’t here
calls-gone-sentence = It is older than what is kept on this device, or you may not see it.
calls-result = Result
call-result = { $result ->
    [live] Live
    [answered] Answered
    [missed] Missed
   *[not_reached] Not reached
}
calls-direction = Direction
calls-any-direction = Any direction
call-direction = { $direction ->
    [incoming] Incoming
    [outgoing] Outgoing
   *[internal] Internal
}
calls-period = Time
calls-any-time = Any time
call-period = { $period ->
    [day] Last 24 hours
    [week] Last 7 days
   *[month] Last 30 days
}
calls-team = Team
calls-any-team = Any team
calls-no-team = No team
calls-agent = Agent
calls-any-agent = Anyone
calls-nobody = Nobody
calls-newest = Newest
calls-started = Start
calls-answered-at = Answered
calls-ended-at = End
calls-waited = Waiting time
calls-talked = Talking time
calls-other-side = Other side
calls-unknown-number = No number
calls-export = Export
calls-export-note = The calls that the list shows, as a workbook.

figures-note = The calls that this device has: your own, and those that you may read.
figures-by = Grouped by
figures-by-what = { $by ->
    [team] Team
    [agent] Agent
    [hour] Hour of the day
   *[day] Day
}
figures-at-least = Fewest calls in a group
figures-at-least-wrong = Enter a whole number.
figures-all = All calls
figures-calls = Calls
figures-offered = Offered
figures-answered = Answered
figures-missed = Missed
figures-waiting = Waiting
figures-service-level = Service level
figures-percent = { $percent } %
figures-in-time = answered within { $seconds } s
figures-average-wait = Average waiting time
figures-average-talk = Average talking time
figures-outgoing = Outgoing
figures-internal = Internal
figures-chart = Answered and missed calls by { $by ->
    [team] team
    [agent] agent
    [hour] hour of the day
   *[day] day
}
figures-empty-title = No calls to count
figures-empty-sentence = Choose a longer time or fewer filters.
figures-print = Print
