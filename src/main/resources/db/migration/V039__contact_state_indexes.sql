-- Every list and count asks for active people first: with the state in front an index answers alone.
ALTER TABLE contact
  DROP KEY contact_language, ADD KEY contact_language (state, language, id),
  DROP KEY contact_place, ADD KEY contact_place (state, country, area, id),
  DROP KEY contact_consulate, ADD KEY contact_consulate (state, consulate, id);
