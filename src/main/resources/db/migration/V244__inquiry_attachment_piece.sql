-- At most a megabyte of an attachment, sealed under the contact's key.
CREATE TABLE inquiry_attachment_piece (
  id BIGINT NOT NULL PRIMARY KEY,
  attachment_id BIGINT NOT NULL,
  number INT NOT NULL,
  content MEDIUMBLOB NOT NULL,
  UNIQUE KEY inquiry_attachment_piece_number (attachment_id, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
