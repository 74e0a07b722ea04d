-- For "near": the band of latitudes, then the longitudes within it.
ALTER TABLE contact ADD KEY contact_point (lat, lon, id);
