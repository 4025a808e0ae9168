-- Where in its file each value of the metadata was found when it came in, and that value: what an analyst typed
-- differs from it.
CREATE TABLE metadata_origins (
  content_number INTEGER NOT NULL REFERENCES source_contents (number) DEFERRABLE INITIALLY DEFERRED,
  field TEXT NOT NULL,
  origin TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (content_number, field)
) STRICT, WITHOUT ROWID;
