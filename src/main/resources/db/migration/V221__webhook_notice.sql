-- What happened, as it is told: written in the transaction in which it happened. body: JSON of ids and states, nothing of a person.
CREATE TABLE webhook_notice (
  id BIGINT NOT NULL PRIMARY KEY,
  type VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  body MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at DATETIME(6) NOT NULL,
  KEY webhook_notice_at (at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
