-- Keys that the server signs with, the same on all nodes.
--
-- An older node on the same database goes on. It sets device cookies without a signature, which newer nodes take as it does.
CREATE TABLE server_keys (
    name TEXT NOT NULL PRIMARY KEY,
    secret BYTEA NOT NULL
);
