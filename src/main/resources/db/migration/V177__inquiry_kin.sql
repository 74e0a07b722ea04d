-- split_from: the matter from which it was split off; it holds no open_slot then, so that new words of the person go to that one.
-- merged_into: the matter in which its entries stand now.
ALTER TABLE inquiry ADD COLUMN split_from BIGINT NULL, ADD COLUMN merged_into BIGINT NULL, ADD KEY inquiry_merged (merged_into);
