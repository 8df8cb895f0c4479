-- What a mail is and whom it is about, so that a failure is shown at its user and cleared by the next mail of its kind, and
-- why it was not delivered. An older node writes none of these columns and reads none: what its jobs are about is then read
-- from their body, and their failure is of unknown reason.
ALTER TABLE jobs ADD COLUMN usr BYTEA;
ALTER TABLE jobs ADD COLUMN what BIGINT;
ALTER TABLE jobs ADD COLUMN reason BIGINT;
CREATE INDEX jobs_failing ON jobs (tenant, usr) WHERE error IS NOT NULL;
