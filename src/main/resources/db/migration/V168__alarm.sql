-- An urgent case calls for somebody until they accept. One row an alarm; a case may raise several in its life. ringing_slot is the inquiry
-- while nobody has accepted: one case rings once. Accepted, in contact and resolved are three different things, each with its own time.
CREATE TABLE alarm (
  id BIGINT NOT NULL PRIMARY KEY,
  inquiry_id BIGINT NULL,
  ringing_slot BIGINT NULL,
  ringing TINYINT NOT NULL,
  cause VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  severity TINYINT NOT NULL,
  category VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reference VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  desk VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  concerned VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  drill_by BIGINT NULL,
  raised_at DATETIME(6) NOT NULL,
  steps_done INT NOT NULL,
  next_at DATETIME(6) NULL,
  accepted_at DATETIME(6) NULL,
  accepted_by BIGINT NULL,
  contacted_at DATETIME(6) NULL,
  contacted_by BIGINT NULL,
  resolved_at DATETIME(6) NULL,
  silence_at DATETIME(6) NULL,
  UNIQUE KEY alarm_ringing_slot (ringing_slot),
  KEY alarm_ringing (ringing, next_at),
  KEY alarm_silence (silence_at),
  KEY alarm_inquiry (inquiry_id, raised_at),
  KEY alarm_desk (desk, raised_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
