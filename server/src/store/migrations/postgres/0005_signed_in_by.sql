-- By what kind of identifier a session's person signed in: an organisation chooses which kinds let somebody in. NULL when a
-- mailed link said who it is.
ALTER TABLE sessions ADD COLUMN kind TEXT;
