-- Up to when the carrier's own list of messages to an address of ours was compared with what we stored.
CREATE TABLE arrival_watermark (
  channel VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ours VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  read_until DATETIME(6) NOT NULL,
  PRIMARY KEY (channel, ours)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
