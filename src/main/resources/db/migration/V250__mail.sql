-- Mails as they came in. head: what lists and answers need (sender, subject, message id), sealed, as mail_piece holds the bytes; both under
-- the system's key until the mail is a person's (contact_id), then under that person's, so that erasing them leaves nothing here.
-- about_message: the message of ours that it answers or reports on. fingerprint: the same mail under another number is not taken twice.
CREATE TABLE mail (
  id BIGINT NOT NULL PRIMARY KEY,
  mailbox VARCHAR(190) NOT NULL,
  uid BIGINT NOT NULL,
  fingerprint BINARY(32) NULL,
  state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
  contact_id BIGINT NULL,
  about_message BIGINT NULL,
  bytes BIGINT NOT NULL,
  cut TINYINT NOT NULL DEFAULT 0,
  head BLOB NULL,
  attempts SMALLINT NOT NULL DEFAULT 0,
  received_at DATETIME(6) NOT NULL,
  try_at DATETIME(6) NOT NULL,
  UNIQUE KEY mail_once (fingerprint),
  KEY mail_waiting (state, try_at, id),
  KEY mail_of_kind (kind, id),
  KEY mail_of_contact (contact_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
