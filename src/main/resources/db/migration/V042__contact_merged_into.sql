-- Who was merged into a contact: asked for each timeline and each erasure.
ALTER TABLE contact ADD KEY contact_merged_into (merged_into);
