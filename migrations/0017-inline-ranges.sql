-- Links, bold and italic words of a text as its file had them; UTF-16 offsets. Worked out with the text, never part of
-- changes. `href` is a whole harmless address, of links alone.
CREATE TABLE inline_ranges (
  content_number INTEGER NOT NULL REFERENCES source_contents (number) DEFERRABLE INITIALLY DEFERRED,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('link', 'bold', 'italic')),
  href TEXT,
  PRIMARY KEY (content_number, "start", "end", kind),
  CHECK ("start" < "end"),
  CHECK ((kind = 'link') = (href IS NOT NULL))
) STRICT, WITHOUT ROWID;
