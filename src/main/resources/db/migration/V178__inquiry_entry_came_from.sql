-- came_from: the matter to which an entry belonged before that was merged into this one; by it a merge is taken back.
ALTER TABLE inquiry_entry ADD COLUMN came_from BIGINT NULL, ADD KEY inquiry_entry_came (came_from);
