-- Keys that belong to no contact, wrapped by the master key: 'system' and 'blind-index'.
CREATE TABLE vault_key (
  name VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  wrapped VARBINARY(200) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
