-- Links, codes and temporary passwords that are handed over. An account without a mailbox has an empty address, and a key that
-- is nobody's address; `must_change` says that its password is temporary (since 0006 nothing read it).
--
-- An older node on the same database goes on: it takes an invitation that was handed over for one that is over, can't read an
-- account without an address or a security log that tells of handing over, and lets in whoever has a temporary password without
-- asking for another. Upgrade all nodes before handing over anything.
UPDATE accounts SET must_change = 0 WHERE must_change <> 0;
ALTER TABLE invitations ADD COLUMN handed INTEGER NOT NULL DEFAULT 0;
