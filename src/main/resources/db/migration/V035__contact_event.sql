-- The trail: who changed what of a contact, and when. Old and new values are sealed under the contact's key.
CREATE TABLE contact_event (
  id BIGINT NOT NULL PRIMARY KEY,
  contact_id BIGINT NOT NULL,
  at DATETIME(6) NOT NULL,
  -- 0: the product itself
  staff_id BIGINT NOT NULL,
  -- created | changed | erased | consent …
  action VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Where it came from: api, console, import:17, inbound …
  source VARCHAR(60) NOT NULL,
  -- Names of the fields, separated by spaces
  fields VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  changes VARBINARY(30000) NULL,
  KEY contact_event_contact (contact_id, at, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
