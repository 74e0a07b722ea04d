-- Who is named to a protected matter.
CREATE TABLE inquiry_keeper (
  inquiry_id BIGINT NOT NULL,
  staff_id BIGINT NOT NULL,
  named_by BIGINT NOT NULL,
  named_at DATETIME(6) NOT NULL,
  PRIMARY KEY (inquiry_id, staff_id),
  KEY inquiry_keeper_staff (staff_id, inquiry_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
