-- Attempts that did not end as the message did; the last one is told by the message's own row.
CREATE TABLE message_attempt (
  id BIGINT NOT NULL PRIMARY KEY,
  message_id BIGINT NOT NULL,
  attempt SMALLINT NOT NULL,
  lane VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  outcome VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  error_code VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
  provider_id VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NULL,
  started_at DATETIME(6) NULL,
  ended_at DATETIME(6) NOT NULL,
  KEY message_attempt_message (message_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
