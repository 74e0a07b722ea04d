CREATE TABLE campaign_approval (
  campaign_id BIGINT NOT NULL,
  staff_id BIGINT NOT NULL,
  at DATETIME(6) NOT NULL,
  PRIMARY KEY (campaign_id, staff_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
