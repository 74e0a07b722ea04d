-- Who was called by name in a note of a colleague; it is news until they open the matter.
CREATE TABLE inquiry_mention (
  entry_id BIGINT NOT NULL,
  staff_id BIGINT NOT NULL,
  inquiry_id BIGINT NOT NULL,
  read_at DATETIME(6) NULL,
  PRIMARY KEY (entry_id, staff_id),
  KEY inquiry_mention_staff (staff_id, read_at, inquiry_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
