-- Keyed hashes of the words of a name, folded (no accents, lower case): people are found by a word without the word being kept.
CREATE TABLE contact_word (
  word_index BINARY(16) NOT NULL,
  contact_id BIGINT NOT NULL,
  PRIMARY KEY (word_index, contact_id),
  KEY contact_word_contact (contact_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
