### The frame around every page.

skip-to-content = Skip to content
organisations = Organisations
pages = Pages
all-pages = All pages
more = More
people = People
telephony = Phone system
activity = Activity
system = System
users = Users
import = Import
inbox = Inbox
sent-mail = Sent mail
security = Security
about = About
count-refused = { $count ->
    [one] { $count } refused
   *[other] { $count } refused
}
account-menu = { $name } { $email }, account, language and theme
account = Account
language = Language
theme-light = Light
theme-dark = Dark
theme-device = As the device
your-account = Your account
sign-out = Sign out
sign-in = Sign in
update-ready = A new version of { -brand } is ready. Your work is kept.
reload = Reload
not-being-saved = Not being saved.
network-in-the-way = Something on this network answers in place of the server: a sign-in page of a hotel or a café, or a proxy. Go on working; your changes are kept and sent when the server is reached. To sign in to the network, open any other website.
session-over = Your session has ended. Sign in again to go on syncing; your work is kept on this device.
page-too-old = This page is too old for the server. Reload it to go on; your work is kept.
not-found = Not found
not-found-title = There is nothing here
not-found-sentence = The address leads to no page of { -brand }.
no-access-title = You can’t open this page
no-access-sentence = Your role doesn’t include it. Ask an owner or an administrator.
screen-missing-title = This part could not be loaded
screen-missing-sentence = It lies in a file of its own, and the network did not bring it. Nothing is lost; try again.
go-to-users = Go to the users
opening = Opening
could-not-open = { -brand } could not open
page-title = { $page } · { -brand }
palette = Search or go to…
palette-command-key = ⌘ K
palette-control-key = Ctrl K
palette-open = Go to…
extensions = Extensions
numbers = Numbers
teams = Teams
import-title = Import users
security-log = Security log
calls = Calls
figures = Call figures
