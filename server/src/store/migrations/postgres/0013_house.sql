-- Housekeeping: what is due by the clock, on one node at a time; indexes by which what is old is found; since when verdicts
-- are forgotten.
--
-- An older node on the same database goes on. Once an hour it cleans as it used to, all at once. It writes verdicts without
-- `ages_from`, which newer nodes fill in. It does not refuse a command whose verdict was forgotten: therefore none is
-- forgotten in the first week. Upgrade all nodes by then. Nothing can be written while the indexes are made, about a second
-- for a million rows of the log.
CREATE TABLE chores (
    name TEXT NOT NULL PRIMARY KEY,
    due BIGINT NOT NULL,
    lease BIGINT NOT NULL DEFAULT 0,
    holder BYTEA
);

-- Verdicts from up to this moment may be gone. A command of which no verdict is known, and whose id was made by then, is
-- refused.
ALTER TABLE tenants ADD COLUMN forgotten BIGINT NOT NULL DEFAULT 0;
-- The later of: when the command was judged, when its id says that it was made. NULL when an older node wrote it.
ALTER TABLE verdicts ADD COLUMN ages_from BIGINT;
-- The highest number of a device of which the verdict was forgotten; kept for ever.
CREATE TABLE device_floors (
    tenant BYTEA NOT NULL,
    usr BYTEA NOT NULL,
    device BYTEA NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, usr, device)
);

CREATE INDEX log_by_time ON log (tenant, at);
CREATE INDEX records_removed ON records (tenant, version) WHERE body IS NULL;
CREATE INDEX verdicts_by_age ON verdicts (tenant, ages_from);
CREATE INDEX clashes_by_time ON clashes (tenant, at);
CREATE INDEX sessions_by_expiry ON sessions (expires);
CREATE INDEX strikes_by_end ON strikes (until);
CREATE INDEX password_links_by_expiry ON password_links (expires);
CREATE INDEX invitations_by_expiry ON invitations (expires);
