-- What a colleague proposes instead (JSON with its version), what a comment points to, and which verdict it answers.
ALTER TABLE verdicts ADD COLUMN proposal TEXT CHECK (json_valid(proposal));

ALTER TABLE comments ADD COLUMN source_id TEXT;
-- A JSON list of starts and ends.
ALTER TABLE comments ADD COLUMN spans TEXT CHECK (json_valid(spans));
ALTER TABLE comments ADD COLUMN verdict_id TEXT;
ALTER TABLE comments ADD COLUMN answer TEXT CHECK (answer IN ('taken-over', 'kept'));

CREATE INDEX verdicts_by_analyst ON verdicts (analyst_id, target_id, created_at, id);
CREATE INDEX verdicts_to_answer ON verdicts (target_id, analyst_id, created_at)
  WHERE verdict IN ('rejected', 'change-proposed');
CREATE INDEX comments_by_analyst ON comments (analyst_id, target_id, created_at);
CREATE INDEX highlights_by_layer ON highlights (source_id, analyst_id);
