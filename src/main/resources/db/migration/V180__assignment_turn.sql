-- When each officer was given a matter last, so that the next one goes to whoever has waited longest.
CREATE TABLE assignment_turn (
  staff_id BIGINT NOT NULL PRIMARY KEY,
  given_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
