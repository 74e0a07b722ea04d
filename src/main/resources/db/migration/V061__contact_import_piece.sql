-- A megabyte of an uploaded file, sealed.
CREATE TABLE contact_import_piece (
  id BIGINT NOT NULL PRIMARY KEY,
  file_id BIGINT NOT NULL,
  number INT NOT NULL,
  content MEDIUMBLOB NOT NULL,
  UNIQUE KEY contact_import_piece_number (file_id, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
