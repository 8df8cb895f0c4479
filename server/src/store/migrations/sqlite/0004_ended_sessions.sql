-- A session that somebody else ended is remembered for a while: the browser that has it must hear why it is over, and
-- delete what it stored.
ALTER TABLE sessions ADD COLUMN ended INTEGER NOT NULL DEFAULT 0;
