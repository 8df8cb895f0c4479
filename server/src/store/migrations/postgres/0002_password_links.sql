-- Links with which a person sets a new password, and accounts that must.
ALTER TABLE accounts ADD COLUMN must_change BIGINT NOT NULL DEFAULT 0;

CREATE TABLE password_links (
    token BYTEA NOT NULL PRIMARY KEY,
    tenant BYTEA NOT NULL,
    usr BYTEA NOT NULL,
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    used BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX password_links_by_user ON password_links (tenant, usr);
