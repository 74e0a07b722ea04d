-- What was done by whom. Rows are only added; no statement in the product changes or removes one. No personal data: ids and codes.
CREATE TABLE audit_entry (
  id BIGINT NOT NULL,
  at DATETIME(6) NOT NULL,
  actor_id BIGINT NOT NULL,
  actor_word VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  action VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_type VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_id BIGINT NOT NULL,
  detail VARCHAR(1000) NOT NULL,
  correlation_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (id),
  KEY audit_entry_at (at, id),
  KEY audit_entry_subject (subject_type, subject_id, at, id),
  KEY audit_entry_actor (actor_id, at, id),
  KEY audit_entry_action (action, at, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
