-- What officers want to be told by mail; those without a row get what config/inquiry/mail.yml says.
CREATE TABLE desk_notice_choice (
  staff_id BIGINT NOT NULL PRIMARY KEY,
  choice VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
