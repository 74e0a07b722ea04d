-- Every grant and withdrawal with its evidence; rows are only ever added. The state that holds is in contact_address.
CREATE TABLE consent_event (
  id BIGINT NOT NULL PRIMARY KEY,
  contact_id BIGINT NOT NULL,
  address_id BIGINT NOT NULL,
  at DATETIME(6) NOT NULL,
  -- GRANTED | WITHDRAWN | STOPPED | RESTARTED
  action VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  channels VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  purposes VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- PERSON | STAFF | FILE
  given_by VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  staff_id BIGINT NOT NULL,
  source VARCHAR(60) NOT NULL,
  -- The person's own words, sealed under the contact's key
  words VARBINARY(2000) NULL,
  KEY consent_event_contact (contact_id, at, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
