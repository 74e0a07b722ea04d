-- Pictures, recordings and documents that came with a person's message. name and source (its address at the carrier, until it was
-- fetched) are sealed under the contact's key. mime and shown: told from the bytes, never from the sender.
CREATE TABLE inquiry_attachment (
  id BIGINT NOT NULL PRIMARY KEY,
  entry_id BIGINT NOT NULL,
  inquiry_id BIGINT NOT NULL,
  contact_id BIGINT NOT NULL,
  state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARBINARY(800) NULL,
  source VARBINARY(2200) NULL,
  mime VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  shown VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  bytes BIGINT NOT NULL,
  reason VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
  attempts SMALLINT NOT NULL,
  try_at DATETIME(6) NOT NULL,
  KEY inquiry_attachment_entry (entry_id, id),
  KEY inquiry_attachment_due (state, try_at, id),
  KEY inquiry_attachment_contact (contact_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
