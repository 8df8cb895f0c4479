-- Devices on which somebody signed in, by the digest of a cookie: their tries are counted apart from those of strangers. An
-- older node knows none of them, counts all tries together, and leaves what it finds here.
CREATE TABLE known_devices (
    account BYTEA NOT NULL,
    device BYTEA NOT NULL,
    seen BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    PRIMARY KEY (account, device)
);
CREATE INDEX known_devices_by_device ON known_devices (device);
CREATE INDEX known_devices_by_expiry ON known_devices (expires);
