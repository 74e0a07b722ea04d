-- The bytes of a mail in sealed pieces, so that no mail is ever whole in memory or in one packet.
CREATE TABLE mail_piece (
  mail_id BIGINT NOT NULL,
  number INT NOT NULL,
  sealed MEDIUMBLOB NOT NULL,
  PRIMARY KEY (mail_id, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
