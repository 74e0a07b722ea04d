-- Declared fields of config/contact-fields.yml: one of the four values is set, by the field's type (a flag is number 0 or 1).
CREATE TABLE contact_attribute (
  contact_id BIGINT NOT NULL,
  field VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  text_value VARCHAR(2000) NULL,
  number_value DECIMAL(20,6) NULL,
  date_value DATE NULL,
  sealed VARBINARY(6100) NULL,
  PRIMARY KEY (contact_id, field),
  KEY contact_attribute_date (field, date_value, contact_id),
  KEY contact_attribute_number (field, number_value, contact_id),
  KEY contact_attribute_text (field, text_value(120), contact_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
