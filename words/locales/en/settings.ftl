### What an organisation decides for itself.

settings-sub = What this organisation decides for itself. Each part is saved by itself, and can be undone.
settings-saved = Settings saved.
settings-number-wrong = Enter a whole number.

settings-organisation = Organisation
settings-organisation-note = What it is called, and what holds for people of whom nothing else is said.
settings-language-note = For mails to people who have chosen no language of their own.
settings-country-note = Completes phone numbers that are typed without a country.
settings-zone-note = The clock of opening hours, holidays and call figures. A change moves all of them at once.

settings-sign-in = Signing in
settings-sign-in-note = By what people sign in here. It holds from the next sign-in on; whoever is signed in stays so.
settings-kinds = People may sign in by
settings-by-email = The address that mail goes to.
settings-by-mobile = A mobile number, with or without the country.
settings-by-login = Letters and digits, for people without a mailbox.
settings-domains = Domains of addresses
settings-domains-note = Only addresses of these domains may be added, such as example.com. Empty: any. Addresses that are there stay.
settings-domain-wrong = { $domain }: { $why }

settings-invitations-note = What holds for invitations that are sent from now on.
settings-lifetime = Hours an invitation holds
settings-lifetime-note = After so many hours the link and the code work no more, and the invitation is sent again. 1 to 2,160.
settings-without-plan-note = Otherwise whoever is invited needs a plan with a seat left, as long as there are plans.

settings-roles = Roles and teams
settings-roles-note = How many roles somebody has, and whom managers add to their teams.
settings-single-role-note = A new role takes the place of the old one. Otherwise rights of several roles add up.
settings-managers-note = Otherwise managers add only people whom they manage already.

settings-extensions = Extensions and numbers
settings-extensions-note = Which extensions may be given, and how long a number rests before it is somebody else’s.
settings-range-from = First extension
settings-range-to = Last extension
settings-range-note = Both of the same length. Empty: any extension.
settings-range-wrong = Enter both ends of the range, or neither.
settings-quarantine-note = A number that is given back is kept from others for so many days, so that old callers reach nobody else. 0: not at all.

settings-deleted = Deleted users
settings-deleted-note = What becomes of users who are deleted from now on.
settings-recycle-note = So many days an owner can restore a deleted user. 0: deleting is final.

settings-impact = { $what ->
    [locked_out] { $count ->
        [one] { $count } active person could not sign in any more: it has nothing else to sign in by.
       *[other] { $count } active people could not sign in any more: they have nothing else to sign in by.
    }
    [several_roles] { $count ->
        [one] { $count } user has several roles, and keeps them until they are replaced.
       *[other] { $count } users have several roles, and keep them until they are replaced.
    }
    [outside] { $count ->
        [one] { $count } user has an extension outside of the range, and keeps it.
       *[other] { $count } users have an extension outside of the range, and keep it.
    }
   *[foreign] { $count ->
        [one] { $count } user has an address of another domain, and keeps it.
       *[other] { $count } users have an address of another domain, and keep it.
    }
}

settings-holidays = Holidays
settings-holidays-note = On these days teams with opening hours are closed, all day, by the organisation’s clock.
settings-holiday-date = Day
settings-holiday-name = What it is called
settings-holiday-add = Add holiday
settings-holiday-added = { $day } is a holiday.
settings-holiday-remove = Remove { $day }
settings-holiday-removed = { $day } is no holiday any more.
settings-no-holiday = No holidays yet.

settings-calls-note = It holds for calls that are there already, too.
settings-call-days-note = Older calls are deleted. Devices have those of the last 30 days; older ones are asked from the server. 1 to 3,650.
settings-service = Seconds to answer in time
settings-service-note = Who waited no longer counts as answered in time in the service level, back to the first call. 1 to 3,600.

settings-keeping = Logs and devices
settings-keeping-note = How long things are kept. It holds for what is there already, too.
settings-log-note = Who changed what. Older entries are deleted. 30 to 36,500.
settings-security-note = Sign-ins, and changes of passwords and addresses. Older entries are deleted. 30 to 3,650.
settings-offline-note = A device that was not in contact for so long shows nothing until it is online again; work on it is kept. 1 to 365.
settings-keeping-server = The server removes what is over within a day.
settings-shorter = { $what ->
    [calls] { $count ->
        [one] Calls older than { $count } day are deleted for good. Undoing does not bring them back.
       *[other] Calls older than { $count } days are deleted for good. Undoing does not bring them back.
    }
    [log] { $count ->
        [one] Entries of the audit log older than { $count } day are deleted for good. Undoing does not bring them back.
       *[other] Entries of the audit log older than { $count } days are deleted for good. Undoing does not bring them back.
    }
   *[security] { $count ->
        [one] Entries of the security log older than { $count } day are deleted for good. Undoing does not bring them back.
       *[other] Entries of the security log older than { $count } days are deleted for good. Undoing does not bring them back.
    }
}

settings-more = Elsewhere
settings-security = Who signed in from where, and what was done to passwords and addresses.
settings-activity = Who changed what, with what stood before and after.
settings-roles-link = What each role may do, and who has it.
settings-licences-link = Plans and add-ons with their seats.
