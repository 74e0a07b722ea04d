-- Campaigns whose messages wait: paused, stopped by a threshold, or over budget.
CREATE TABLE campaign_hold (
  campaign_id BIGINT NOT NULL PRIMARY KEY,
  reason VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  since DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
