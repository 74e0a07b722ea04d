-- How far each mailbox was read, and how it does. uid_validity: when the server's differs, its mails are read again from the first.
CREATE TABLE mailbox (
  name VARCHAR(190) NOT NULL PRIMARY KEY,
  uid_validity BIGINT NOT NULL,
  read_until BIGINT NOT NULL,
  error VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  looked_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
