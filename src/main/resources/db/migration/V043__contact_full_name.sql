-- A keyed hash of all words of a name together, in no order: people of one name are found without the name being kept. Names of one
-- word have none.
CREATE TABLE contact_full_name (
  contact_id BIGINT NOT NULL PRIMARY KEY,
  name_index BINARY(16) NOT NULL,
  KEY contact_full_name_index (name_index, contact_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
