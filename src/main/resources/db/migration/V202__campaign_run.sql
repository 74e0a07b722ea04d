-- One start of a campaign. after_contact: how far its audience has become messages, so that a start that was interrupted goes on there.
CREATE TABLE campaign_run (
  campaign_id BIGINT NOT NULL,
  run INT NOT NULL,
  state VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  planned_at DATETIME(6) NOT NULL,
  snapshot_id BIGINT NULL,
  content_id BIGINT NULL,
  after_contact BIGINT NOT NULL DEFAULT 0,
  people BIGINT NOT NULL DEFAULT 0,
  started_at DATETIME(6) NOT NULL,
  expanded_at DATETIME(6) NULL,
  PRIMARY KEY (campaign_id, run),
  KEY campaign_run_state (state, campaign_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
