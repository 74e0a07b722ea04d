-- at_version: the inquiry's version when the entry was made, so that "newer than what the officer saw" does not depend on the time that a
-- carrier gives a late message. undone: an answer that was called back before it left; it is shown no more.
ALTER TABLE inquiry_entry ADD COLUMN at_version INT NOT NULL DEFAULT 0, ADD COLUMN undone TINYINT NOT NULL DEFAULT 0;
