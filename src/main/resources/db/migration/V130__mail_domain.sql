-- The key with which each sending domain signs its mail (DKIM). private_key: PKCS #8, sealed under the system's key. used: mail is signed;
-- it begins when an administrator has seen the record in the DNS.
CREATE TABLE mail_domain (
  domain VARCHAR(253) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  id BIGINT NOT NULL,
  selector VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  private_key BLOB NOT NULL,
  public_key BLOB NOT NULL,
  used TINYINT NOT NULL,
  created_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
