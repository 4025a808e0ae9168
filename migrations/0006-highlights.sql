-- Marks in the sources. `spans` is null for one stretch, otherwise like 118-163;170-190.
CREATE TABLE highlights (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
  "start" INTEGER NOT NULL CHECK ("start" >= 0),
  "end" INTEGER NOT NULL,
  spans TEXT,
  quote TEXT NOT NULL,
  note TEXT,
  claim_id TEXT REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
  stance TEXT CHECK (stance IN ('asserts', 'denies', 'hedges', 'asks')),
  handling TEXT,
  analyst_id TEXT NOT NULL REFERENCES analysts (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL,
  imported_id TEXT,
  CHECK ("start" < "end")
) STRICT, WITHOUT ROWID;

CREATE INDEX highlights_by_source ON highlights (source_id, "start", "end");
CREATE INDEX highlights_by_claim ON highlights (claim_id, created_at, id) WHERE claim_id IS NOT NULL;
CREATE INDEX highlights_by_analyst ON highlights (analyst_id, created_at);

CREATE TABLE highlight_tags (
  highlight_id TEXT NOT NULL REFERENCES highlights (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL,
  tag_id TEXT NOT NULL REFERENCES tags (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (highlight_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX highlight_tags_by_tag ON highlight_tags (tag_id, highlight_id);

-- Marks of an import that found no place, as they came.
CREATE TABLE unplaced_marks (
  id TEXT PRIMARY KEY,
  file TEXT NOT NULL,
  line INTEGER NOT NULL,
  source_label TEXT NOT NULL,
  reason TEXT NOT NULL,
  mark TEXT NOT NULL,
  analyst_id TEXT NOT NULL REFERENCES analysts (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
