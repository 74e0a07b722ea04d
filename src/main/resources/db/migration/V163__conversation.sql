-- One row a person who ever wrote: whoever takes in a message locks it, so that simultaneous first messages make one inquiry.
CREATE TABLE conversation (
  contact_id BIGINT NOT NULL PRIMARY KEY,
  last_in_at DATETIME(6) NOT NULL,
  whatsapp_in_at DATETIME(6) NULL,
  automatic_day DATE NULL,
  automatic_count INT NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
