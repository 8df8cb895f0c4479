### What several parts of the page say that are fetched later.

no-licence = No licence
choose-role = Choose a role
choose-team = Choose a team
choose-scope = Choose where
scope-team = In the team chosen below
choose-licence = Choose a licence
your-password = Your password
send-link = Send the link
link-until = This link can be used once, until { $until }.
link-over-title = This link is no longer valid
number-none = No number

## A picture.

picture-choose = Choose a picture
picture-file = File of the picture
picture-remove = Remove picture
picture-set = Picture saved.
picture-removed = Picture removed.
picture-unreadable = This file is not a picture that can be read. Choose a PNG, JPEG or WebP file.
