-- One address belongs to one contact. SMS and WhatsApp of one telephone number are one row with two capabilities.
CREATE TABLE contact_address (
  id BIGINT NOT NULL PRIMARY KEY,
  contact_id BIGINT NOT NULL,
  -- PHONE | EMAIL | WHATSAPP_ID (a WhatsApp id without a telephone number)
  kind VARCHAR(11) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  value_index BINARY(16) NOT NULL,
  value VARBINARY(700) NOT NULL,
  -- Country of the telephone number
  region CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NULL,
  can_sms TINYINT(1) NOT NULL,
  can_whatsapp TINYINT(1) NOT NULL,
  valid TINYINT(1) NOT NULL,
  -- bounced | not_a_number | landline | unknown | complained …; NULL while valid
  invalid_reason VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- Lower is tried first.
  preference SMALLINT NOT NULL,
  -- Bits of channel x purpose, see ConsentState: what was granted, what was withdrawn (which wins).
  granted SMALLINT NOT NULL,
  withdrawn SMALLINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  UNIQUE KEY contact_address_value (kind, value_index),
  KEY contact_address_contact (contact_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
