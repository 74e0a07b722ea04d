-- Why: the verdict of triage and the decision of routing on each message, with the words that caused them, sealed.
CREATE TABLE inquiry_decision (
  entry_id BIGINT NOT NULL,
  kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  inquiry_id BIGINT NOT NULL,
  sealed MEDIUMBLOB NOT NULL,
  PRIMARY KEY (entry_id, kind),
  KEY inquiry_decision_inquiry (inquiry_id, entry_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
