-- Counts of a campaign's messages as signed changes, written in the transaction that changes them and added up now and then.
CREATE TABLE delivery_count (
  id BIGINT NOT NULL PRIMARY KEY,
  campaign_id BIGINT NOT NULL,
  channel VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  language VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  desk VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(11) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  messages INT NOT NULL,
  segments INT NOT NULL,
  cost DECIMAL(14,5) NOT NULL,
  KEY delivery_count_campaign (campaign_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
