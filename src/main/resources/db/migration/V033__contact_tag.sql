CREATE TABLE contact_tag (
  contact_id BIGINT NOT NULL,
  tag VARCHAR(60) NOT NULL,
  PRIMARY KEY (contact_id, tag),
  KEY contact_tag_tag (tag, contact_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
