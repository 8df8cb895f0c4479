### The directory of colleagues.

directory-search = Search the directory
directory-search-hint = Search name, extension, position
directory-found = { $count ->
    [one] { $count } colleague
   *[other] { $count } colleagues
}
directory-empty-title = Nobody here yet
directory-empty-sentence = Colleagues appear here once they have come in.
directory-detail = Colleague
directory-presence = Presence
directory-call = Call { $extension }
directory-mail = Write a mail
directory-copy = Copy
directory-copied = Copied.
presence-on-call = On a call
presence-no-phone = No phone
presence-inactive = Not active
