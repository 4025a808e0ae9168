-- What came in: the immutable content, and the source that gives it a name.
CREATE TABLE source_contents (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  original BLOB NOT NULL,
  original_sha256 TEXT NOT NULL
) STRICT;

CREATE INDEX source_contents_by_hash ON source_contents (original_sha256, text_sha256);

CREATE TABLE sources (
  id TEXT PRIMARY KEY,
  content_id TEXT NOT NULL REFERENCES source_contents (id) DEFERRABLE INITIALLY DEFERRED,
  file TEXT NOT NULL,
  media_type TEXT NOT NULL,
  encoding TEXT NOT NULL,
  importer TEXT NOT NULL,
  importer_version TEXT NOT NULL,
  characters INTEGER NOT NULL CHECK (characters >= 0),
  text_sha256 TEXT NOT NULL,
  original_sha256 TEXT NOT NULL,
  replaces_id TEXT REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT,
  outlet TEXT,
  byline TEXT,
  published TEXT,
  updated TEXT,
  accessed TEXT,
  url TEXT,
  language TEXT,
  handling TEXT,
  analyst_id TEXT NOT NULL REFERENCES analysts (id) DEFERRABLE INITIALLY DEFERRED,
  imported_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sources_by_content ON sources (content_id);
CREATE INDEX sources_by_file ON sources (file);
CREATE INDEX sources_by_text ON sources (text_sha256);
CREATE INDEX sources_by_replaced ON sources (replaces_id) WHERE replaces_id IS NOT NULL;

-- The number is also the row of the block in the search index.
CREATE TABLE blocks (
  number INTEGER PRIMARY KEY,
  content_number INTEGER NOT NULL REFERENCES source_contents (number) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  level INTEGER,
  boilerplate_rule TEXT,
  CHECK ("start" < "end")
) STRICT;

CREATE INDEX blocks_by_content ON blocks (content_number, "start");

CREATE TABLE boilerplate_edits (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  boilerplate INTEGER NOT NULL CHECK (boilerplate IN (0, 1)),
  analyst_id TEXT NOT NULL REFERENCES analysts (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX boilerplate_edits_by_source ON boilerplate_edits (source_id, "start");
