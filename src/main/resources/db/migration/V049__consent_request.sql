-- Whom to ask whether they agree (config/consent.yml), and whom we asked. An address is asked once for what others claim of it.
CREATE TABLE consent_request (
  address_id BIGINT NOT NULL PRIMARY KEY,
  -- WAITING | ASKED | CONFIRMED
  state VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- What was asked for, as in contact_address.granted
  bits SMALLINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  asked_at DATETIME(6) NULL,
  -- No answer counts after it.
  expires_at DATETIME(6) NULL,
  KEY consent_request_state (state, created_at, address_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
