-- A template as it was when something was approved with it: all its files, so that it can be rendered long after they changed.
CREATE TABLE template_version (
  name VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  content MEDIUMTEXT NOT NULL,
  pinned_at DATETIME(6) NOT NULL,
  PRIMARY KEY (name, version)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
