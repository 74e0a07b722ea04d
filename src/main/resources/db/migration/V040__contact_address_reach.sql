-- Who can be reached by which channel is counted from this index alone.
ALTER TABLE contact_address
  DROP KEY contact_address_contact,
  ADD KEY contact_address_contact (contact_id, kind, valid, can_sms, can_whatsapp, withdrawn, value_index);
