-- Rich texts with citations. `content` is JSON that carries its own version.
CREATE TABLE summaries (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  handling TEXT,
  analyst_id TEXT NOT NULL REFERENCES analysts (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE summary_citations (
  summary_id TEXT NOT NULL REFERENCES summaries (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL,
  target_kind TEXT NOT NULL CHECK (target_kind IN ('claim', 'highlight')),
  target_id TEXT NOT NULL,
  PRIMARY KEY (summary_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX summary_citations_by_target ON summary_citations (target_id);
