-- Mailed links carry the account, or the very address, that they are for; addresses change by a link that was mailed to the
-- new one; a forced reset is one organisation's own; sessions tell where they are; what happens to accounts is logged.
--
-- An older node on the same database goes on: links and invitations that it mails have no address here, and newer nodes
-- treat them as over. A reset that it forces is not seen by newer nodes: upgrade all nodes before relying on one.
ALTER TABLE password_links ADD COLUMN purpose TEXT;
ALTER TABLE password_links ADD COLUMN account BLOB;
ALTER TABLE password_links ADD COLUMN email TEXT;
CREATE INDEX password_links_by_account ON password_links (account);
ALTER TABLE invitations ADD COLUMN email TEXT;

-- The last moment at which a password was set through a mailed link.
ALTER TABLE accounts ADD COLUMN proven INTEGER NOT NULL DEFAULT 0;
-- The user's organisation asks for a password set through a mailed link after this moment; 0: it does not.
ALTER TABLE account_users ADD COLUMN renew INTEGER NOT NULL DEFAULT 0;
UPDATE account_users SET renew = 1 WHERE account IN (SELECT id FROM accounts WHERE must_change = 1);
-- When the account became the user.
ALTER TABLE account_users ADD COLUMN linked INTEGER NOT NULL DEFAULT 0;
-- An account is at most one user of an organisation.
DELETE FROM account_users WHERE EXISTS (
    SELECT 1 FROM account_users AS other WHERE other.tenant = account_users.tenant
    AND other.account = account_users.account AND other.usr < account_users.usr);
CREATE UNIQUE INDEX account_users_once ON account_users (tenant, account);

ALTER TABLE sessions ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN network TEXT;
ALTER TABLE sessions ADD COLUMN agent TEXT;

CREATE TABLE address_changes (
    id BLOB NOT NULL PRIMARY KEY,
    account BLOB NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    confirm BLOB NOT NULL UNIQUE,
    stop BLOB NOT NULL UNIQUE,
    -- The organisation whose administrator asked; absent when the person did.
    tenant BLOB,
    expires INTEGER NOT NULL,
    -- 0 waits, 1 confirmed, 2 over.
    state INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX address_changes_by_account ON address_changes (account);

CREATE TABLE pins (
    tenant BLOB NOT NULL,
    usr BLOB NOT NULL,
    pin TEXT NOT NULL,
    PRIMARY KEY (tenant, usr)
) WITHOUT ROWID;

CREATE TABLE security_events (
    id BLOB NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    account BLOB,
    -- The organisation and the user that it is about; absent when it is about the account alone.
    tenant BLOB,
    usr BLOB,
    network TEXT,
    agent TEXT
) WITHOUT ROWID;
CREATE INDEX security_events_by_account ON security_events (account, at);
CREATE INDEX security_events_by_tenant ON security_events (tenant, at);
CREATE INDEX security_events_by_time ON security_events (at);
