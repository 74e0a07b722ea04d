-- Answers whose end is not known yet are looked for by when they were given.
ALTER TABLE inquiry_before_answer ADD KEY inquiry_before_answer_unsettled (settled, answered_at, message_id);
