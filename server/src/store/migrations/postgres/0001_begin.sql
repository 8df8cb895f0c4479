-- Everything the server keeps. Keys lead with the tenant. Times are milliseconds since 1970 UTC; ids are 16 bytes.
CREATE TABLE tenants (
    id BYTEA NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    version BIGINT NOT NULL,
    log_epoch BIGINT NOT NULL,
    log_floor BIGINT NOT NULL DEFAULT 0
);

-- The directory as it stands. A removed record stays as a row without a body, so that a delta can tell of it.
CREATE TABLE records (
    tenant BYTEA NOT NULL,
    record BYTEA NOT NULL,
    version BIGINT NOT NULL,
    body BYTEA,
    PRIMARY KEY (tenant, record)
);
CREATE INDEX records_by_version ON records (tenant, version);

-- The audit log: one row for each applied command.
CREATE TABLE log (
    tenant BYTEA NOT NULL,
    version BIGINT NOT NULL,
    at BIGINT NOT NULL,
    actor BYTEA NOT NULL,
    device BYTEA,
    seq BIGINT,
    command_id BYTEA NOT NULL,
    command BYTEA NOT NULL,
    changes BYTEA NOT NULL,
    PRIMARY KEY (tenant, version)
);

CREATE TABLE verdicts (
    tenant BYTEA NOT NULL,
    usr BYTEA NOT NULL,
    device BYTEA NOT NULL,
    seq BIGINT NOT NULL,
    content BYTEA NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (tenant, usr, device, seq)
);

CREATE TABLE clashes (
    tenant BYTEA NOT NULL,
    usr BYTEA NOT NULL,
    device BYTEA NOT NULL,
    seq BIGINT NOT NULL,
    content BYTEA NOT NULL,
    at BIGINT NOT NULL,
    command BYTEA NOT NULL,
    PRIMARY KEY (tenant, usr, device, seq, content)
);

CREATE TABLE accounts (
    id BYTEA NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    password TEXT NOT NULL,
    created BIGINT NOT NULL
);

CREATE TABLE account_users (
    tenant BYTEA NOT NULL,
    usr BYTEA NOT NULL,
    account BYTEA NOT NULL,
    ended BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant, usr)
);
CREATE INDEX account_users_by_account ON account_users (account);

CREATE TABLE sessions (
    token BYTEA NOT NULL PRIMARY KEY,
    account BYTEA NOT NULL,
    device BYTEA NOT NULL,
    seq BIGINT NOT NULL DEFAULT 0,
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account);

CREATE TABLE strikes (
    bucket BYTEA NOT NULL PRIMARY KEY,
    strikes BIGINT NOT NULL,
    until BIGINT NOT NULL
);

CREATE TABLE invitations (
    token BYTEA NOT NULL PRIMARY KEY,
    tenant BYTEA NOT NULL,
    usr BYTEA NOT NULL,
    code BYTEA NOT NULL,
    round BIGINT NOT NULL,
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    tries BIGINT NOT NULL DEFAULT 0,
    ending BIGINT
);
CREATE INDEX invitations_by_user ON invitations (tenant, usr);

CREATE TABLE jobs (
    id BYTEA NOT NULL PRIMARY KEY,
    tenant BYTEA NOT NULL,
    body BYTEA NOT NULL,
    -- Absent when the job was given up.
    due BIGINT,
    lease BIGINT NOT NULL DEFAULT 0,
    tries BIGINT NOT NULL DEFAULT 0,
    error TEXT
);
CREATE INDEX jobs_by_due ON jobs (due);
