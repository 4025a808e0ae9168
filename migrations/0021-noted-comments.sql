-- A comment may say no more than that what was said was read. A check cannot be changed in place: the column is made anew.
ALTER TABLE comments ADD COLUMN answered TEXT CHECK (answered IN ('taken-over', 'kept', 'noted'));
UPDATE comments SET answered = answer;
ALTER TABLE comments DROP COLUMN answer;
ALTER TABLE comments RENAME COLUMN answered TO answer;
