-- How many places of an invitation are taken; whoever gives or takes one holds this row, so that the last place is given once.
CREATE TABLE campaign_places (
  campaign_id BIGINT NOT NULL PRIMARY KEY,
  taken INT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
