-- The link with which the first organisation is founded in the browser: one row, until there is an organisation. The token
-- itself is nowhere stored.
--
-- An older node on the same database goes on, and never looks here. An organisation that it founds leaves the row, which is over
-- then for newer nodes too.
CREATE TABLE set_up_link (
    name TEXT NOT NULL PRIMARY KEY,
    token BLOB NOT NULL,
    expires INTEGER NOT NULL
) WITHOUT ROWID;
