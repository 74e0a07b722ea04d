-- What a message says before it is filled in: one row for all messages of a campaign's step, one row for a single message.
-- payload: JSON (parameters, texts by language, a raw address …), sealed under the contact's key, or the system key without one.
-- quiet: NULL the country's quiet hours, 'none', or 'HH:MM-HH:MM'.
CREATE TABLE message_content (
  id BIGINT NOT NULL PRIMARY KEY,
  contact_id BIGINT NULL,
  template VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
  template_version CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  payload MEDIUMBLOB NOT NULL,
  quiet VARCHAR(11) CHARACTER SET ascii COLLATE ascii_bin NULL,
  created_at DATETIME(6) NOT NULL,
  KEY message_content_contact (contact_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
