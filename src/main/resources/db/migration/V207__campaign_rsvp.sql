-- What people answered to an invitation: COMING holds a place, WAITING is on the list in the order of since, DECLINED.
CREATE TABLE campaign_rsvp (
  campaign_id BIGINT NOT NULL,
  contact_id BIGINT NOT NULL,
  state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  since DATETIME(6) NOT NULL,
  PRIMARY KEY (campaign_id, contact_id),
  KEY campaign_rsvp_list (campaign_id, state, since, contact_id),
  KEY campaign_rsvp_contact (contact_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
