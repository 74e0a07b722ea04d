-- An audience that somebody named. The query is sealed under the system key, since it may hold a name or a number.
-- slug: the name in queries (audience = slug). desk: whose audience it is; NULL the whole network's. version: counts the changes.
CREATE TABLE saved_audience (
  id BIGINT NOT NULL PRIMARY KEY,
  slug VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title VARCHAR(120) NOT NULL,
  query VARBINARY(60000) NOT NULL,
  desk VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  owner_id BIGINT NOT NULL,
  owner_name VARCHAR(120) NOT NULL,
  version INT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  UNIQUE KEY saved_audience_slug (slug)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
