-- Sent messages for which the next channel is tried when no delivery was reported by then.
CREATE TABLE message_fallback (
  message_id BIGINT NOT NULL PRIMARY KEY,
  due_at DATETIME(6) NOT NULL,
  KEY message_fallback_due (due_at, message_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
