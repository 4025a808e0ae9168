-- The project itself, and the people who wrote in it.
CREATE TABLE project (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE analysts (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  initials TEXT NOT NULL,
  colour INTEGER NOT NULL CHECK (colour BETWEEN 0 AND 7)
) STRICT, WITHOUT ROWID;

CREATE INDEX analysts_by_name ON analysts (name);
