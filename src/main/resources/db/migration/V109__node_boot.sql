-- One row for each start of a node: messages that a dead start was sending are uncertain.
CREATE TABLE node_boot (
  id BIGINT NOT NULL PRIMARY KEY,
  node VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  started_at DATETIME(6) NOT NULL,
  seen_at DATETIME(6) NOT NULL,
  ended TINYINT NOT NULL DEFAULT 0,
  KEY node_boot_node (node, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
