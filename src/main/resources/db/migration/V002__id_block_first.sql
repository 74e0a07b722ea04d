INSERT IGNORE INTO id_block (name, next_id) VALUES ('all', 1000);
