-- What happened to a campaign, for its page; acts of people are in the audit log too.
CREATE TABLE campaign_event (
  id BIGINT NOT NULL PRIMARY KEY,
  campaign_id BIGINT NOT NULL,
  at DATETIME(6) NOT NULL,
  staff_id BIGINT NULL,
  act VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  detail VARCHAR(400) NULL,
  KEY campaign_event_of (campaign_id, at, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
