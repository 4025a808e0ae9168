-- Addresses as pages are told apart by them (see version-of.ts), kept with their sources.
CREATE TABLE source_addresses (
  source_id TEXT PRIMARY KEY REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
  address TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX source_addresses_by_address ON source_addresses (address);

-- Sources that were there already: without scheme, fragment and last slash; the rest when they are next edited.
INSERT INTO source_addresses (source_id, address)
SELECT id, rtrim(
  CASE
    WHEN instr(url, '#') > 0 THEN substr(url, 1, instr(url, '#') - 1)
    ELSE url
  END,
  '/'
)
FROM sources
WHERE url LIKE 'http%://%/%';

UPDATE source_addresses
SET address = substr(address, instr(address, '://') + 3);

UPDATE source_addresses
SET address = substr(address, 5)
WHERE address LIKE 'www.%';
