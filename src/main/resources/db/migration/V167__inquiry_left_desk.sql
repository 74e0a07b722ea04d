-- left_desk, left_at: which desk the matter left last and when, so that its living pages are told once. snoozed_until: not shown in the
-- queue before that instant, its deadline or the person's next words, whichever comes first. closing_*: who proposes to end an urgent
-- matter, and how; a second person ends it.
ALTER TABLE inquiry ADD COLUMN left_desk VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL, ADD COLUMN left_at DATETIME(6) NULL,
  ADD COLUMN snoozed_until DATETIME(6) NULL, ADD COLUMN closing_by BIGINT NULL,
  ADD COLUMN closing_outcome VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL, ADD KEY inquiry_snoozed (state, snoozed_until, id);
