-- What each file gave when it was read in a certain way, so that an import that was interrupted can be taken up
-- again. `part` is what follows the file's name; '' is the file itself. `complete`: nothing below it is left to do.
CREATE TABLE read_parts (
  number INTEGER PRIMARY KEY,
  file_sha256 TEXT NOT NULL,
  reading TEXT NOT NULL,
  part TEXT NOT NULL,
  content_id TEXT REFERENCES source_contents (id) ON DELETE CASCADE,
  complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
  UNIQUE (file_sha256, reading, part)
) STRICT;

CREATE INDEX read_parts_by_content ON read_parts (content_id) WHERE content_id IS NOT NULL;

-- Imports that run, or were cancelled or killed: what was asked for, as JSON with its version.
CREATE TABLE unfinished_imports (
  id TEXT PRIMARY KEY,
  request TEXT NOT NULL CHECK (json_valid(request)),
  started_at TEXT NOT NULL,
  done INTEGER NOT NULL CHECK (done >= 0),
  total INTEGER CHECK (total >= 0)
) STRICT, WITHOUT ROWID;
