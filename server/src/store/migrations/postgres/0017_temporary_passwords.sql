-- Until when a temporary password is good that was handed over, in milliseconds; 0: the password is its person's own, or was handed
-- over before this.
--
-- An older node on the same database goes on, and hands over temporary passwords that never end.
ALTER TABLE accounts ADD COLUMN temporary_until BIGINT NOT NULL DEFAULT 0;
