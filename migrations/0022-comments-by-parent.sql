-- Whether a comment was answered is looked up for each one that is taken out, by a merge and by the foreign key.
CREATE INDEX comments_by_parent ON comments (parent_id) WHERE parent_id IS NOT NULL;
