-- Links with which a person sets a new password, and accounts that must.
ALTER TABLE accounts ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0;

CREATE TABLE password_links (
    token BLOB NOT NULL PRIMARY KEY,
    tenant BLOB NOT NULL,
    usr BLOB NOT NULL,
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    used INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX password_links_by_user ON password_links (tenant, usr);
