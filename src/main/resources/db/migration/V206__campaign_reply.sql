-- Who wrote to us after a campaign reached them, within the time that it states; the first time counts.
CREATE TABLE campaign_reply (
  campaign_id BIGINT NOT NULL,
  contact_id BIGINT NOT NULL,
  at DATETIME(6) NOT NULL,
  PRIMARY KEY (campaign_id, contact_id),
  KEY campaign_reply_contact (contact_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
