-- Failed sign-ins by account and by address, as blind indexes. A row is forgotten an hour after its last failure.
CREATE TABLE sign_in_throttle (
  who BINARY(16) NOT NULL,
  failures INT NOT NULL,
  last_at DATETIME(6) NOT NULL,
  PRIMARY KEY (who),
  KEY sign_in_throttle_last (last_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
