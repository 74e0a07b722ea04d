-- How many deadlines were kept lately, for supervisors.
ALTER TABLE inquiry_before_answer ADD KEY inquiry_before_answer_at (answered_at);
