-- Who a campaign goes to, fixed at one moment.
CREATE TABLE audience_snapshot (
  id BIGINT NOT NULL PRIMARY KEY,
  query TEXT NOT NULL,
  people INT NOT NULL,
  created_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
