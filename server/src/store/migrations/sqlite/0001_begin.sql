-- Everything the server keeps. Keys lead with the tenant. Times are milliseconds since 1970 UTC; ids are 16 bytes.
CREATE TABLE tenants (
    id BLOB NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    log_epoch INTEGER NOT NULL,
    log_floor INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

-- The directory as it stands. A removed record stays as a row without a body, so that a delta can tell of it.
CREATE TABLE records (
    tenant BLOB NOT NULL,
    record BLOB NOT NULL,
    version INTEGER NOT NULL,
    body BLOB,
    PRIMARY KEY (tenant, record)
) WITHOUT ROWID;
CREATE INDEX records_by_version ON records (tenant, version);

-- The audit log: one row for each applied command.
CREATE TABLE log (
    tenant BLOB NOT NULL,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor BLOB NOT NULL,
    device BLOB,
    seq INTEGER,
    command_id BLOB NOT NULL,
    command BLOB NOT NULL,
    changes BLOB NOT NULL,
    PRIMARY KEY (tenant, version)
) WITHOUT ROWID;

CREATE TABLE verdicts (
    tenant BLOB NOT NULL,
    usr BLOB NOT NULL,
    device BLOB NOT NULL,
    seq INTEGER NOT NULL,
    content BLOB NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (tenant, usr, device, seq)
) WITHOUT ROWID;

CREATE TABLE clashes (
    tenant BLOB NOT NULL,
    usr BLOB NOT NULL,
    device BLOB NOT NULL,
    seq INTEGER NOT NULL,
    content BLOB NOT NULL,
    at INTEGER NOT NULL,
    command BLOB NOT NULL,
    PRIMARY KEY (tenant, usr, device, seq, content)
) WITHOUT ROWID;

CREATE TABLE accounts (
    id BLOB NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    password TEXT NOT NULL,
    created INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE account_users (
    tenant BLOB NOT NULL,
    usr BLOB NOT NULL,
    account BLOB NOT NULL,
    ended INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant, usr)
) WITHOUT ROWID;
CREATE INDEX account_users_by_account ON account_users (account);

CREATE TABLE sessions (
    token BLOB NOT NULL PRIMARY KEY,
    account BLOB NOT NULL,
    device BLOB NOT NULL,
    seq INTEGER NOT NULL DEFAULT 0,
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX sessions_by_account ON sessions (account);

CREATE TABLE strikes (
    bucket BLOB NOT NULL PRIMARY KEY,
    strikes INTEGER NOT NULL,
    until INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE invitations (
    token BLOB NOT NULL PRIMARY KEY,
    tenant BLOB NOT NULL,
    usr BLOB NOT NULL,
    code BLOB NOT NULL,
    round INTEGER NOT NULL,
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    ending INTEGER
) WITHOUT ROWID;
CREATE INDEX invitations_by_user ON invitations (tenant, usr);

CREATE TABLE jobs (
    id BLOB NOT NULL PRIMARY KEY,
    tenant BLOB NOT NULL,
    body BLOB NOT NULL,
    -- Absent when the job was given up.
    due INTEGER,
    lease INTEGER NOT NULL DEFAULT 0,
    tries INTEGER NOT NULL DEFAULT 0,
    error TEXT
) WITHOUT ROWID;
CREATE INDEX jobs_by_due ON jobs (due);
