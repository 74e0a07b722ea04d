-- Who looks at an inquiry at this moment, or writes an answer. A row is news for twenty seconds.
CREATE TABLE inquiry_presence (
  inquiry_id BIGINT NOT NULL,
  staff_id BIGINT NOT NULL,
  writing TINYINT NOT NULL,
  seen_at DATETIME(6) NOT NULL,
  PRIMARY KEY (inquiry_id, staff_id),
  KEY inquiry_presence_seen (seen_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
