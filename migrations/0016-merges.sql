-- Merges that were taken, each with the id of its change. `after_number` is the newest change before it: what this
-- copy knew then. A merge whose change is taken back counts as if it had never been.
CREATE TABLE merges (
  id TEXT PRIMARY KEY,
  after_number INTEGER NOT NULL,
  analyst_id TEXT NOT NULL REFERENCES analysts (id) DEFERRABLE INITIALLY DEFERRED,
  at TEXT NOT NULL,
  file TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was done elsewhere to an object and came with a merge, and what was decided here over a conflict (JSON, see
-- src/shared/domain/merge/object-writes.ts).
CREATE TABLE merged_objects (
  object_id TEXT NOT NULL,
  merge_id TEXT NOT NULL REFERENCES merges (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  writes TEXT NOT NULL CHECK (json_valid(writes)),
  decision TEXT CHECK (json_valid(decision)),
  PRIMARY KEY (object_id, merge_id)
) STRICT, WITHOUT ROWID;

-- Tags that a merge joined because their paths were the same.
CREATE TABLE joined_tags (
  from_id TEXT NOT NULL,
  into_id TEXT NOT NULL,
  merge_id TEXT NOT NULL REFERENCES merges (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (from_id, merge_id)
) STRICT, WITHOUT ROWID;
