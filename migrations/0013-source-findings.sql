-- What is worked out from a text when it comes in, like the rows of the search index: never part of changes.

-- Its sketch (smallest hashes of its shingles, unsigned 32 bits, little-endian) …
CREATE TABLE text_sketches (
  content_number INTEGER PRIMARY KEY REFERENCES source_contents (number) DEFERRABLE INITIALLY DEFERRED,
  shingles INTEGER NOT NULL,
  hashes BLOB NOT NULL
) STRICT;

-- … the hashes by which other texts find it …
CREATE TABLE sketch_keys (
  hash INTEGER NOT NULL,
  content_number INTEGER NOT NULL REFERENCES source_contents (number) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (hash, content_number)
) STRICT, WITHOUT ROWID;

-- … and those it shares much with, each pair in both directions. The share is that of the shorter text.
CREATE TABLE near_duplicates (
  content_number INTEGER NOT NULL REFERENCES source_contents (number) DEFERRABLE INITIALLY DEFERRED,
  other_number INTEGER NOT NULL REFERENCES source_contents (number) DEFERRABLE INITIALLY DEFERRED,
  share REAL NOT NULL CHECK (share > 0 AND share <= 1),
  PRIMARY KEY (content_number, other_number)
) STRICT, WITHOUT ROWID;

-- Places that may not be what they seem; how many there are stands for every text that was looked through.
CREATE TABLE suspicious_counts (
  content_number INTEGER PRIMARY KEY REFERENCES source_contents (number) DEFERRABLE INITIALLY DEFERRED,
  places INTEGER NOT NULL
) STRICT;

CREATE INDEX suspicious_counts_by_places ON suspicious_counts (places) WHERE places > 0;

CREATE TABLE suspicious_places (
  content_number INTEGER NOT NULL REFERENCES source_contents (number) DEFERRABLE INITIALLY DEFERRED,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('mixed-script', 'invisible', 'direction', 'replacement')),
  within TEXT,
  PRIMARY KEY (content_number, "start"),
  CHECK ("start" < "end")
) STRICT, WITHOUT ROWID;
