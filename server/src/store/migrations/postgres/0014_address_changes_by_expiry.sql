-- By which the housekeeping finds changes of address that are over. An older node neither needs nor minds it.
CREATE INDEX address_changes_by_expiry ON address_changes (expires);
