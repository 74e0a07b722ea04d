CREATE TABLE audience_member (
  snapshot_id BIGINT NOT NULL,
  contact_id BIGINT NOT NULL,
  PRIMARY KEY (snapshot_id, contact_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
