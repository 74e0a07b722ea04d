-- How each lane does, and which node works it at the moment.
CREATE TABLE lane_state (
  lane VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  mode VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  error_code VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
  failures INT NOT NULL DEFAULT 0,
  since DATETIME(6) NOT NULL,
  next_try_at DATETIME(6) NULL,
  holder BIGINT NULL,
  holder_node VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
  lease_until DATETIME(6) NULL,
  last_send_at DATETIME(6) NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
