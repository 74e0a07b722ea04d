-- A notice on its way to an address. outcome: what the last attempt brought, a status such as 503 or a word; due_at: when it is tried next.
CREATE TABLE webhook_delivery (
  webhook_id BIGINT NOT NULL,
  notice_id BIGINT NOT NULL,
  state VARCHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts INT NOT NULL DEFAULT 0,
  due_at DATETIME(6) NOT NULL,
  outcome VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  tried_at DATETIME(6) NULL,
  PRIMARY KEY (webhook_id, notice_id),
  KEY webhook_delivery_due (state, due_at),
  KEY webhook_delivery_notice (notice_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
