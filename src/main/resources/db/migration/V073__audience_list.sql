-- A list of people that somebody put together from a file or a selection (list = slug). people: rows of audience_list_member.
CREATE TABLE audience_list (
  id BIGINT NOT NULL PRIMARY KEY,
  slug VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title VARCHAR(120) NOT NULL,
  desk VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  owner_id BIGINT NOT NULL,
  owner_name VARCHAR(120) NOT NULL,
  people INT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  UNIQUE KEY audience_list_slug (slug)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
