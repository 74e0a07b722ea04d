-- Everything that an alarm did and that was done about it, in order. person is the key of a roster. address_key is the blind index of the
-- telephone or mail address that was called, so that the answer "1" finds its alarm.
CREATE TABLE alarm_step (
  id BIGINT NOT NULL PRIMARY KEY,
  alarm_id BIGINT NOT NULL,
  at DATETIME(6) NOT NULL,
  what VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  called VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
  desk VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  person VARCHAR(60) NULL,
  staff_id BIGINT NULL,
  channel VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
  message_id BIGINT NULL,
  address_key BINARY(16) NULL,
  KEY alarm_step_alarm (alarm_id, at, id),
  KEY alarm_step_address (address_key, at),
  KEY alarm_step_staff (staff_id, alarm_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
