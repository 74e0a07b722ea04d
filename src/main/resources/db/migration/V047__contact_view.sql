-- Filters of the list that somebody gave a name; the query is sealed, since it may name a person.
CREATE TABLE contact_view (
  id BIGINT NOT NULL PRIMARY KEY,
  staff_id BIGINT NOT NULL,
  name VARCHAR(60) NOT NULL,
  query TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  language VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  channel VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  KEY contact_view_staff (staff_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
