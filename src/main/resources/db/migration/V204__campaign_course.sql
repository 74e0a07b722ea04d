-- anchor: the day on which it was scheduled, from which a recurrence rule without a start counts. people: how many its audience held when
-- approval was asked for. closed_at: when nothing of a campaign that was called off, or expired, was left to be called back.
ALTER TABLE campaign
  ADD COLUMN anchor DATE NULL,
  ADD COLUMN people BIGINT NULL,
  ADD COLUMN closed_at DATETIME(6) NULL,
  ADD KEY campaign_open (closed_at, state);
