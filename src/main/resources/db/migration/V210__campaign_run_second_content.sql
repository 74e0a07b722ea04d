-- What the second half of a start's people get, where a campaign compares two texts; NULL without a second one.
ALTER TABLE campaign_run ADD COLUMN second_content_id BIGINT NULL;
