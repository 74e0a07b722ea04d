-- Who works with Enlace. Name and address are sealed under the system key; email_index finds an address without reading it.
CREATE TABLE staff (
  id BIGINT NOT NULL,
  email_index BINARY(16) NOT NULL,
  email VARBINARY(600) NOT NULL,
  name VARBINARY(600) NOT NULL,
  password_hash VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL,
  roles VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  desk VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
  language VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  theme VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  active BOOLEAN NOT NULL,
  password_given BOOLEAN NOT NULL,
  created_at DATETIME(6) NOT NULL,
  signed_in_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY staff_email (email_index),
  KEY staff_desk (desk, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
