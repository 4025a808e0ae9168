-- The tag tree; a path is unique in a project.
CREATE TABLE tags (
  id TEXT PRIMARY KEY,
  parent_id TEXT REFERENCES tags (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL CHECK (name <> '' AND instr(name, '/') = 0),
  colour INTEGER NOT NULL CHECK (colour BETWEEN 0 AND 7),
  "key" INTEGER CHECK ("key" BETWEEN 1 AND 9),
  description TEXT
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX tags_by_path ON tags (ifnull(parent_id, ''), name);
CREATE UNIQUE INDEX tags_by_key ON tags ("key") WHERE "key" IS NOT NULL;
CREATE INDEX tags_by_parent ON tags (parent_id);
