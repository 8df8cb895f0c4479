-- Devices on which somebody signed in, by the digest of a cookie: their tries are counted apart from those of strangers. An
-- older node knows none of them, counts all tries together, and leaves what it finds here.
CREATE TABLE known_devices (
    account BLOB NOT NULL,
    device BLOB NOT NULL,
    seen INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    PRIMARY KEY (account, device)
) WITHOUT ROWID;
CREATE INDEX known_devices_by_device ON known_devices (device);
CREATE INDEX known_devices_by_expiry ON known_devices (expires);
