-- What reports said of addresses: one row a recipient that a report names. diagnostic: the words of the server, sealed like the mail.
CREATE TABLE mail_failure (
  id BIGINT NOT NULL PRIMARY KEY,
  mail_id BIGINT NOT NULL,
  message_id BIGINT NULL,
  contact_id BIGINT NULL,
  address_id BIGINT NULL,
  address_hash BINARY(16) NOT NULL,
  kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
  suppressed TINYINT NOT NULL,
  lifted_at DATETIME(6) NULL,
  at DATETIME(6) NOT NULL,
  sealed BLOB NOT NULL,
  UNIQUE KEY mail_failure_once (mail_id, address_hash),
  KEY mail_failure_recent (address_hash, at),
  KEY mail_failure_listed (at, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
