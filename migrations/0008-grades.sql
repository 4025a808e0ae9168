-- Judgements, each with its reason; the latest of a target counts, all stay.
CREATE TABLE grades (
  id TEXT PRIMARY KEY,
  target_kind TEXT NOT NULL CHECK (target_kind IN ('source', 'actor', 'highlight', 'claim')),
  target_id TEXT NOT NULL,
  reliability TEXT CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  credibility INTEGER CHECK (credibility BETWEEN 1 AND 6),
  reason TEXT,
  analyst_id TEXT NOT NULL REFERENCES analysts (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL,
  CHECK ((reliability IS NULL) <> (credibility IS NULL)),
  CHECK ((target_kind IN ('source', 'actor')) = (reliability IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX grades_by_target ON grades (target_id, created_at, id);
