-- A person. Names, reference and note are sealed under data_key (AES-GCM, bound to column and row); without that key they are noise.
-- Place, language and times are what aggregates need and name no one.
CREATE TABLE contact (
  id BIGINT NOT NULL PRIMARY KEY,
  -- Wrapped by the master key; NULL once the contact is erased.
  data_key VARBINARY(200) NULL,
  -- ACTIVE | ERASED | MERGED
  state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  merged_into BIGINT NULL,
  version INT NOT NULL,
  external_id_index BINARY(16) NULL,
  external_id VARBINARY(400) NULL,
  name VARBINARY(1000) NULL,
  given_name VARBINARY(1000) NULL,
  family_name VARBINARY(1000) NULL,
  language VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NULL,
  country CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- ISO 3166-2, such as US-CA
  area VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NULL,
  area2 VARCHAR(100) NULL,
  city VARCHAR(120) NULL,
  postal_code VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
  lat DOUBLE NULL,
  lon DOUBLE NULL,
  -- PERSON | STAFF | FILE | PHONE | MESSAGE: how the place is known
  place_source VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
  place_at DATETIME(6) NULL,
  timezone VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- Derived from the place; recomputed when place or jurisdictions change.
  consulate VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  birth_year SMALLINT NULL,
  note VARBINARY(20000) NULL,
  source VARCHAR(60) NOT NULL,
  first_heard_at DATETIME(6) NULL,
  last_heard_at DATETIME(6) NULL,
  created_at DATETIME(6) NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  UNIQUE KEY contact_external_id (external_id_index),
  KEY contact_place (country, area, id),
  KEY contact_consulate (consulate, id),
  KEY contact_language (language, id),
  KEY contact_city (city, id),
  KEY contact_heard (last_heard_at, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
