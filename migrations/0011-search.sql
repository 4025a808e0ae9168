-- Folded words of blocks, statements and notes. The folding is ours, so the tokenizer folds nothing.
CREATE VIRTUAL TABLE block_search USING fts5 (
  tokens,
  content = '',
  contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 0'
);

-- What of an object is in the index; the number is its row there.
CREATE TABLE searched_texts (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('claim', 'claim-note', 'highlight-note')),
  object_id TEXT NOT NULL,
  UNIQUE (object_id, kind)
) STRICT;

CREATE VIRTUAL TABLE text_search USING fts5 (
  tokens,
  content = '',
  contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 0'
);
