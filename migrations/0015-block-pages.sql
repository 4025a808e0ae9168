-- The page a block begins on, from 1; null where the file has no pages.
ALTER TABLE blocks ADD COLUMN page INTEGER CHECK (page >= 1);
