-- Whom an act is for, and what became of each.
CREATE TABLE contact_bulk_item (
  bulk_id BIGINT NOT NULL,
  contact_id BIGINT NOT NULL,
  -- WAITING | DONE | UNCHANGED | GONE (erased, merged or out of reach meanwhile)
  result VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (bulk_id, contact_id),
  KEY contact_bulk_item_result (bulk_id, result, contact_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
