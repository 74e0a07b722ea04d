-- One act for many contacts: chosen, confirmed by its number, then done in the background.
CREATE TABLE contact_bulk (
  id BIGINT NOT NULL PRIMARY KEY,
  -- TAG | UNTAG | EXPORT | ERASE
  kind VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- CHOSEN | RUNNING | DONE
  state VARCHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- The tag
  argument VARCHAR(60) NULL,
  people INT NOT NULL,
  staff_id BIGINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  finished_at DATETIME(6) NULL,
  KEY contact_bulk_state (state, created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
