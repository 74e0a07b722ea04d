-- Whose messages wait, so that one who writes a great deal holds up nobody else; and what a message said, hashed, so that a carrier id
-- that comes again with other words is noticed after the words themselves have gone to the person's own key.
ALTER TABLE arrival
  ADD COLUMN sender BINARY(16) NULL,
  ADD COLUMN fingerprint BINARY(16) NULL,
  DROP KEY arrival_waiting,
  ADD KEY arrival_waiting (state, try_at, id, sender);
