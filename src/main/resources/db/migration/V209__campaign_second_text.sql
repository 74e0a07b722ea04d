-- The version of the second text's template of a campaign that compares two; NULL without one.
ALTER TABLE campaign ADD COLUMN second_version CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL;
