import { AttestError } from '../../shared/contract/errors.ts';
import type { ImportOutcome } from '../../shared/contract/sources.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { Source } from '../../shared/domain/sources/source.ts';
import type { WriteDb } from '../database/types.ts';
import type { Parser } from '../imports/parse-file.ts';
import type { ServiceContext } from '../service-context.ts';
import { originalOfContent } from './contents-store.ts';
import { sourceOrFail } from './remove-source.ts';
import { storeSource } from './store-source.ts';

/** Reads the kept original of a source in another character set: a newer version of it, which its marks can be carried to. */
export async function readAgain(
  context: ServiceContext,
  db: WriteDb,
  parser: Parser,
  { sourceId, encoding }: { readonly sourceId: SourceId; readonly encoding: string },
): Promise<ImportOutcome> {
  const source = sourceOrFail(db, sourceId);
  const original = originalOfContent(db, source.contentId);
  const result = await parser.parse(original, nameToReadAs(source), { encoding });
  if ('problem' in result) {
    throw new AttestError('invalid-input', `${result.problem} Nothing was changed.`);
  }
  const { outlet, published, updated, accessed, url } = source;
  const known = Object.fromEntries(
    Object.entries({ outlet, published, updated, accessed, url }).filter(
      ([, value]) => value !== null,
    ),
  );
  return storeSource(context, db, {
    file: source.file,
    original,
    originalSha256: source.originalSha256,
    parsed: result.source,
    metadata: known,
    replacesId: source.id,
  });
}

// What lies in a mail box or a table is kept as a file of its own, without a name of its own.
const endings: Readonly<Record<string, string>> = {
  'message/rfc822': 'message.eml',
  'text/csv': 'row.csv',
  'application/json': 'article.json',
};

function nameToReadAs({ file, mediaType }: Source): string {
  return endings[mediaType] ?? file.slice(file.lastIndexOf('/') + 1);
}
