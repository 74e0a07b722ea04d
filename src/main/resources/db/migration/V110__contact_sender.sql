-- The sender that a person knows on a channel: the one they wrote to, or the last that wrote to them in a conversation.
CREATE TABLE contact_sender (
  contact_id BIGINT NOT NULL,
  channel VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  lane VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at DATETIME(6) NOT NULL,
  PRIMARY KEY (contact_id, channel)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
