-- A campaign: its definition as it was written (YAML or JSON) and how far it is. runs: starts so far. next_start_at: the next one.
-- at_once: somebody sent it now, whatever its schedule says. guards_off: somebody resumed it after it had stopped by itself.
CREATE TABLE campaign (
  id BIGINT NOT NULL PRIMARY KEY,
  slug VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source MEDIUMTEXT NOT NULL,
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  purpose VARCHAR(11) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  author_id BIGINT NOT NULL,
  template_version CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  runs INT NOT NULL DEFAULT 0,
  next_start_at DATETIME(6) NULL,
  at_once TINYINT NOT NULL DEFAULT 0,
  guards_off TINYINT NOT NULL DEFAULT 0,
  stop_reason VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  created_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  finished_at DATETIME(6) NULL,
  UNIQUE KEY campaign_slug (slug),
  KEY campaign_list (created_at, id),
  KEY campaign_state (state, next_start_at, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
