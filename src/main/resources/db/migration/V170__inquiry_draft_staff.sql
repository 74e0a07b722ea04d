-- An officer's own drafts, for the folder that counts them.
ALTER TABLE inquiry_draft ADD KEY inquiry_draft_staff (staff_id, inquiry_id);
