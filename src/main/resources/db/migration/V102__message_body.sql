-- A message as it was handed to the carrier, sealed under the contact's key; written before the carrier is called.
CREATE TABLE message_body (
  message_id BIGINT NOT NULL PRIMARY KEY,
  attempt SMALLINT NOT NULL,
  sealed MEDIUMBLOB NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
