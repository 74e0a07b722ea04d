-- A contact file that was uploaded. Kept in pieces so that any node can read it, and only as long as an import may still need it.
CREATE TABLE contact_import_file (
  id BIGINT NOT NULL PRIMARY KEY,
  -- As the person called it; sealed, since people write names into names of files
  name VARBINARY(1200) NOT NULL,
  bytes BIGINT NOT NULL,
  -- FileFormat.describe: CSV UTF-8 ; | TSV UTF-16LE | XLSX; and the length of the byte order mark
  format VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  bom TINYINT NOT NULL,
  staff_id BIGINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  -- Its pieces are removed after this.
  expires_at DATETIME(6) NOT NULL,
  KEY contact_import_file_expires (expires_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
