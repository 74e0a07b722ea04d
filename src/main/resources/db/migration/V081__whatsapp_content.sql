-- WhatsApp texts in the carrier's account: whether they are registered and approved for use outside the 24-hour window.
-- name: the template's, with a sum of the text that was registered. state: ASKED until the carrier was called, then the carrier's word.
CREATE TABLE whatsapp_content (
  name VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  language VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  template VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sid VARCHAR(34) CHARACTER SET ascii COLLATE ascii_bin NULL,
  category VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  state VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Why WhatsApp rejected it, or what the carrier answered when it was asked.
  code VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
  words VARCHAR(600) NULL,
  changed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (name, language)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
