-- Claims, what they are about, how they hang together, and how they were checked.
CREATE TABLE events (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  date TEXT,
  place TEXT,
  note TEXT,
  analyst_id TEXT NOT NULL REFERENCES analysts (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX events_by_name ON events (name);

CREATE TABLE claims (
  id TEXT PRIMARY KEY,
  statement TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('fact', 'assessment', 'prediction', 'opinion', 'promise', 'demand')),
  status TEXT NOT NULL CHECK (status IN ('unverified', 'corroborated', 'disputed', 'refuted', 'retracted')),
  note TEXT,
  event_id TEXT REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED,
  stated TEXT,
  handling TEXT,
  analyst_id TEXT NOT NULL REFERENCES analysts (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX claims_by_event ON claims (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX claims_by_time ON claims (created_at, id);

CREATE TABLE claim_tags (
  claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL,
  tag_id TEXT NOT NULL REFERENCES tags (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (claim_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_tags_by_tag ON claim_tags (tag_id, claim_id);

CREATE TABLE claim_links (
  id TEXT PRIMARY KEY,
  from_claim_id TEXT NOT NULL REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
  to_claim_id TEXT NOT NULL REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('supports', 'contradicts', 'repeats', 'updates', 'kept-apart')),
  reason TEXT,
  analyst_id TEXT NOT NULL REFERENCES analysts (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL,
  CHECK (from_claim_id <> to_claim_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_links_by_from ON claim_links (from_claim_id, kind);
CREATE INDEX claim_links_by_to ON claim_links (to_claim_id, kind);

CREATE TABLE checks (
  id TEXT PRIMARY KEY,
  claim_id TEXT NOT NULL REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
  how TEXT NOT NULL,
  against TEXT,
  checked_at TEXT,
  result TEXT,
  analyst_id TEXT NOT NULL REFERENCES analysts (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX checks_by_claim ON checks (claim_id);
