-- Pairs of contacts that may be one person, until somebody decides.
CREATE TABLE contact_twin (
  first_id BIGINT NOT NULL,
  second_id BIGINT NOT NULL,
  -- BIRTH_YEAR | PLACE: what agrees beside the name
  reason VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- OPEN | DIFFERENT (somebody said that they are two people)
  state VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  found_at DATETIME(6) NOT NULL,
  PRIMARY KEY (first_id, second_id),
  KEY contact_twin_second (second_id),
  KEY contact_twin_state (state, first_id, second_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
