-- What happened in an inquiry: their messages, our answers, notes among ourselves, and acts. Words are sealed under the contact's key.
CREATE TABLE inquiry_entry (
  id BIGINT NOT NULL PRIMARY KEY,
  inquiry_id BIGINT NOT NULL,
  contact_id BIGINT NOT NULL,
  kind VARCHAR(5) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at DATETIME(6) NOT NULL,
  channel VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
  author_id BIGINT NULL,
  message_id BIGINT NULL,
  arrival_id BIGINT NULL,
  act VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
  detail VARCHAR(200) NULL,
  body MEDIUMBLOB NULL,
  UNIQUE KEY inquiry_entry_arrival (arrival_id),
  KEY inquiry_entry_thread (inquiry_id, at, id),
  KEY inquiry_entry_message (message_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
