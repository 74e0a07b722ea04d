-- How the person found our answer: asked once when a matter ends, 1 (bad) to 5 (very good).
CREATE TABLE inquiry_rating (
  inquiry_id BIGINT NOT NULL PRIMARY KEY,
  asked_at DATETIME(6) NOT NULL,
  score TINYINT NULL,
  scored_at DATETIME(6) NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
