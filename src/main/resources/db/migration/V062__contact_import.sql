-- One run over a contact file. last_row and read_bytes are the watermark: they move in the same transaction as the contacts they speak of.
CREATE TABLE contact_import (
  id BIGINT NOT NULL PRIMARY KEY,
  file_id BIGINT NOT NULL,
  -- QUEUED | RUNNING | DONE | FAILED | CANCELLED
  state VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- ADD | UPDATE | UPSERT
  mode VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  dry_run TINYINT(1) NOT NULL,
  default_region CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- JSON: what a person said about the columns, and what they were taken for
  mapping MEDIUMTEXT NOT NULL,
  columns_read MEDIUMTEXT NOT NULL,
  staff_id BIGINT NOT NULL,
  last_row INT NOT NULL,
  read_bytes BIGINT NOT NULL,
  rows_read INT NOT NULL,
  rows_created INT NOT NULL,
  rows_updated INT NOT NULL,
  rows_unchanged INT NOT NULL,
  rows_rejected INT NOT NULL,
  rows_warned INT NOT NULL,
  values_repaired INT NOT NULL,
  -- The node that works on it, and until when the others leave it alone
  runner VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
  runner_until DATETIME(6) NULL,
  -- Runs that ended by an error without having moved the watermark
  stalls INT NOT NULL,
  failure VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  failure_args VARCHAR(400) NULL,
  created_at DATETIME(6) NOT NULL,
  started_at DATETIME(6) NULL,
  finished_at DATETIME(6) NULL,
  KEY contact_import_state (state, id),
  KEY contact_import_file (file_id),
  KEY contact_import_created (created_at, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
