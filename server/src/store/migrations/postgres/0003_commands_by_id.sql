-- A command has one verdict, whichever of its user's devices sends it. Rows from before keep a digest in this column,
-- which equals no id.
ALTER TABLE verdicts RENAME COLUMN content TO command;
CREATE UNIQUE INDEX verdicts_by_command ON verdicts (tenant, usr, command);

-- In which version of the format a command is written.
ALTER TABLE log ADD COLUMN command_version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE clashes ADD COLUMN command_version BIGINT NOT NULL DEFAULT 1;
