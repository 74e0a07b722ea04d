-- Bits as in granted: what others say that the person agreed to, until the person confirms it.
ALTER TABLE contact_address ADD COLUMN unconfirmed SMALLINT NOT NULL DEFAULT 0;
