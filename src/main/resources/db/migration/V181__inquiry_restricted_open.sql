-- Protected matters by state: a watch looks that somebody sees each of them.
CREATE INDEX inquiry_restricted_open ON inquiry (restricted, state, id);
