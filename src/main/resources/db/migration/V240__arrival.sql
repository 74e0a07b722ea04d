-- What carriers brought, stored before they are answered. payload: the fields, sealed under the system key; gone once the message stands
-- at a desk under the contact's own key, so that erasing a contact leaves nothing here.
CREATE TABLE arrival (
  id BIGINT NOT NULL PRIMARY KEY,
  carrier VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  carrier_id VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  payload MEDIUMBLOB NULL,
  result VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
  attempts SMALLINT NOT NULL DEFAULT 0,
  received_at DATETIME(6) NOT NULL,
  try_at DATETIME(6) NOT NULL,
  UNIQUE KEY arrival_once (carrier, carrier_id),
  KEY arrival_waiting (state, try_at, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
