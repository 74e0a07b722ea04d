-- Which turn each officer had last when matters were given out, so that the next one goes to whoever has waited longest.
CREATE TABLE assignment_turn (
  staff_id BIGINT NOT NULL PRIMARY KEY,
  turn BIGINT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
