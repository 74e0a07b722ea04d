-- What it was expected to cost when approval was asked for, in the currency of the price table; NULL where that could not be told.
ALTER TABLE campaign ADD COLUMN estimate DECIMAL(14,5) NULL;
