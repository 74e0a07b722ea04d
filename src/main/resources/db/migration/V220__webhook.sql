-- An address of another system that is told what happens. types: codes by comma. stopped: why nothing is sent any more; NULL while it is.
CREATE TABLE webhook (
  id BIGINT NOT NULL PRIMARY KEY,
  name VARCHAR(80) NOT NULL,
  address VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  types VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  secret VARBINARY(200) NOT NULL,
  stopped VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  created_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
