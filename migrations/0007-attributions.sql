-- Who said it, through whom, and what it rests on.
CREATE TABLE actors (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'outlet', 'unknown')),
  unnamed INTEGER NOT NULL CHECK (unnamed IN (0, 1)),
  role TEXT,
  note TEXT,
  analyst_id TEXT NOT NULL REFERENCES analysts (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX actors_by_name ON actors (name) WHERE unnamed = 0;

CREATE TABLE actor_aliases (
  actor_id TEXT NOT NULL REFERENCES actors (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL,
  alias TEXT NOT NULL,
  PRIMARY KEY (actor_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX actor_aliases_by_alias ON actor_aliases (alias);

CREATE TABLE origins (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  issuer TEXT,
  date TEXT,
  source_id TEXT REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
  analyst_id TEXT NOT NULL REFERENCES analysts (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX origins_by_title ON origins (title);
CREATE INDEX origins_by_source ON origins (source_id) WHERE source_id IS NOT NULL;

CREATE TABLE attributions (
  id TEXT PRIMARY KEY,
  highlight_id TEXT NOT NULL UNIQUE REFERENCES highlights (id) DEFERRABLE INITIALLY DEFERRED,
  analyst_id TEXT NOT NULL REFERENCES analysts (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Nearest the words first; `forms` are joined with commas.
CREATE TABLE attribution_links (
  attribution_id TEXT NOT NULL REFERENCES attributions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL,
  role TEXT,
  forms TEXT NOT NULL,
  cue TEXT,
  span_start INTEGER,
  span_end INTEGER,
  cue_start INTEGER,
  cue_end INTEGER,
  origin_id TEXT REFERENCES origins (id) DEFERRABLE INITIALLY DEFERRED,
  inferred INTEGER NOT NULL CHECK (inferred IN (0, 1)),
  PRIMARY KEY (attribution_id, ordinal),
  CHECK ((span_start IS NULL) = (span_end IS NULL) AND (cue_start IS NULL) = (cue_end IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX attribution_links_by_origin ON attribution_links (origin_id) WHERE origin_id IS NOT NULL;

CREATE TABLE attribution_actors (
  attribution_id TEXT NOT NULL REFERENCES attributions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  link_ordinal INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  actor_id TEXT NOT NULL REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (attribution_id, link_ordinal, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX attribution_actors_by_actor ON attribution_actors (actor_id, attribution_id);
