-- The first answer to a POST with an Idempotency-Key; a repetition gets it again.
CREATE TABLE idempotency (
  owner VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  token BINARY(32) NOT NULL,
  fingerprint BINARY(32) NOT NULL,
  status SMALLINT NULL,
  content_type VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NULL,
  location VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NULL,
  body MEDIUMBLOB NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (owner, token),
  KEY idempotency_created (created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
