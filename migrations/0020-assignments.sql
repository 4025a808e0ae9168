-- Sources that several analysts mark without seeing each other's work until all of them have handed in.
CREATE TABLE assignments (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
  analyst_id TEXT NOT NULL REFERENCES analysts (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX assignments_by_source ON assignments (source_id);

-- Who marks it. A parcel may name somebody whom this project does not know yet.
CREATE TABLE assignment_analysts (
  assignment_id TEXT NOT NULL REFERENCES assignments (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL,
  analyst_id TEXT NOT NULL,
  PRIMARY KEY (assignment_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX assignment_analysts_by_analyst ON assignment_analysts (analyst_id, assignment_id);

CREATE TABLE hand_ins (
  id TEXT PRIMARY KEY,
  assignment_id TEXT NOT NULL REFERENCES assignments (id) DEFERRABLE INITIALLY DEFERRED,
  analyst_id TEXT NOT NULL REFERENCES analysts (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX hand_ins_by_assignment ON hand_ins (assignment_id, analyst_id);
