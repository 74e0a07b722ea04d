CREATE TABLE audience_list_member (
  list_id BIGINT NOT NULL,
  contact_id BIGINT NOT NULL,
  PRIMARY KEY (list_id, contact_id),
  KEY audience_list_member_contact (contact_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
