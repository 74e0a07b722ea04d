-- How an inquiry stood before an answer, to be restored when the answer is called back or does not arrive.
CREATE TABLE inquiry_before_answer (
  message_id BIGINT NOT NULL PRIMARY KEY,
  inquiry_id BIGINT NOT NULL,
  owner_id BIGINT NULL,
  waiting_since DATETIME(6) NULL,
  due_at DATETIME(6) NOT NULL,
  first_reply_at DATETIME(6) NULL,
  answered_at DATETIME(6) NOT NULL,
  settled TINYINT NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
