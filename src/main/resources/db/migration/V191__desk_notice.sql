-- Mails that told officers of an inquiry, and that they may answer: whose answer counts, about what, on which sight, until when.
-- seen_entry: the newest entry of the thread that the officer may be taken to know. told: mails that told the officer what came of answers.
CREATE TABLE desk_notice (
  message_id BIGINT NOT NULL PRIMARY KEY,
  inquiry_id BIGINT NOT NULL,
  contact_id BIGINT NOT NULL,
  staff_id BIGINT NOT NULL,
  seen_entry BIGINT NOT NULL,
  told SMALLINT NOT NULL DEFAULT 0,
  sent_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  KEY desk_notice_contact (contact_id),
  KEY desk_notice_expires (expires_at, message_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
