-- What was wrong with the rows of one batch, as one sealed JSON text: it quotes what stood in the cells.
CREATE TABLE contact_import_problem (
  id BIGINT NOT NULL PRIMARY KEY,
  import_id BIGINT NOT NULL,
  first_row INT NOT NULL,
  content MEDIUMBLOB NOT NULL,
  UNIQUE KEY contact_import_problem_row (import_id, first_row)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
