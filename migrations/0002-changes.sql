-- The log of every change: append-only; undo, activity and merge read it.
CREATE TABLE changes (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- The ids of the changes it was made on top of, separated by spaces.
  parents TEXT NOT NULL,
  analyst_id TEXT NOT NULL REFERENCES analysts (id) DEFERRABLE INITIALLY DEFERRED,
  at TEXT NOT NULL,
  label TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('edit', 'undo', 'redo')),
  of_change_id TEXT REFERENCES changes (id) DEFERRABLE INITIALLY DEFERRED,
  -- The summary whose text it changes; such changes have an undo of their own.
  summary_id TEXT,
  -- The version of the records' JSON in its items.
  record_version INTEGER NOT NULL,
  CHECK ((action = 'edit') = (of_change_id IS NULL))
) STRICT;

CREATE INDEX changes_by_analyst ON changes (analyst_id, action, number);
CREATE INDEX changes_by_undone ON changes (of_change_id, number) WHERE of_change_id IS NOT NULL;

CREATE TABLE change_items (
  change_number INTEGER NOT NULL REFERENCES changes (number) DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  -- The record as JSON; null for an object that was added (before) or removed (after).
  before TEXT,
  after TEXT,
  PRIMARY KEY (change_number, ordinal),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX change_items_by_object ON change_items (object_id);
