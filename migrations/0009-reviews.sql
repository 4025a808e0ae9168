-- What analysts say of each other's work.
CREATE TABLE verdicts (
  id TEXT PRIMARY KEY,
  target_kind TEXT NOT NULL CHECK (target_kind IN ('highlight', 'claim', 'attribution', 'grade', 'source')),
  target_id TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'rejected', 'change-proposed', 'nothing-to-mark')),
  reason TEXT,
  analyst_id TEXT NOT NULL REFERENCES analysts (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX verdicts_by_target ON verdicts (target_id, created_at, id);

CREATE TABLE comments (
  id TEXT PRIMARY KEY,
  target_kind TEXT NOT NULL CHECK (target_kind IN ('highlight', 'claim', 'attribution', 'grade', 'source')),
  target_id TEXT NOT NULL,
  parent_id TEXT REFERENCES comments (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  analyst_id TEXT NOT NULL REFERENCES analysts (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX comments_by_target ON comments (target_id, created_at, id);
