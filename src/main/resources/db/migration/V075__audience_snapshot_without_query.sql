-- Nobody read it, and it might name a person.
ALTER TABLE audience_snapshot DROP COLUMN query;
