-- Addresses to which nothing may go, as keyed hashes, so that they outlive the contact. One row a channel.
CREATE TABLE suppression (
  kind VARCHAR(11) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  value_index BINARY(16) NOT NULL,
  channel VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- STOP | COMPLAINT | BOUNCE | ERASED | STAFF
  reason VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at DATETIME(6) NOT NULL,
  source VARCHAR(60) NOT NULL,
  PRIMARY KEY (kind, value_index, channel)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
