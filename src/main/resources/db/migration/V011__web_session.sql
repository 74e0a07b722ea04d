-- A signed-in browser. Only the SHA-256 of the cookie's random value is kept, so a copy of this table signs nobody in.
CREATE TABLE web_session (
  id_hash BINARY(32) NOT NULL,
  staff_id BIGINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  last_seen_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id_hash),
  KEY web_session_staff (staff_id),
  KEY web_session_expires (expires_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
