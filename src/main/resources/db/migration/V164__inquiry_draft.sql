-- What an officer was writing, sealed; it follows them to another computer.
CREATE TABLE inquiry_draft (
  inquiry_id BIGINT NOT NULL,
  staff_id BIGINT NOT NULL,
  contact_id BIGINT NOT NULL,
  sealed MEDIUMBLOB NOT NULL,
  saved_at DATETIME(6) NOT NULL,
  PRIMARY KEY (inquiry_id, staff_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
