-- What the assistance record of a matter holds: people, documents, facilities, referrals, tasks, assessments. Its words are sealed under the
-- contact's key; open are only what lists are made by: kind, the day by which a task is due, who does it, and whether it is done.
CREATE TABLE case_item (
  id BIGINT NOT NULL PRIMARY KEY,
  inquiry_id BIGINT NOT NULL,
  contact_id BIGINT NOT NULL,
  kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sealed MEDIUMBLOB NOT NULL,
  due_on DATE NULL,
  staff_id BIGINT NULL,
  done_at DATETIME(6) NULL,
  written_by BIGINT NOT NULL,
  written_at DATETIME(6) NOT NULL,
  version INT NOT NULL,
  KEY case_item_inquiry (inquiry_id, kind, id),
  KEY case_item_contact (contact_id),
  KEY case_item_task (kind, done_at, due_on, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
