-- Why a message took this way, was held back or was not sent: codes with values, never personal data.
CREATE TABLE message_reason (
  id BIGINT NOT NULL PRIMARY KEY,
  message_id BIGINT NOT NULL,
  code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  detail VARCHAR(400) NULL,
  at DATETIME(6) NOT NULL,
  KEY message_reason_message (message_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
