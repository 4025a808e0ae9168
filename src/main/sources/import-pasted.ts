import type { ImportOutcome } from '../../shared/contract/sources.ts';
import type { PastedText } from '../../shared/domain/sources/parsed-source.ts';
import type { SourceMetadata } from '../../shared/domain/sources/source.ts';
import type { WriteDb } from '../database/types.ts';
import type { Parser } from '../imports/parse-file.ts';
import { hashBytes } from '../imports/read-file.ts';
import type { ServiceContext } from '../service-context.ts';
import type { GivenMetadata } from './import-file.ts';
import { problemOutcome } from './import-outcome.ts';
import { storeSource } from './store-source.ts';

/** Makes a source of what the clipboard holds, named after the moment. */
export async function storePasted(
  context: ServiceContext,
  db: WriteDb,
  parser: Parser,
  pasted: PastedText,
  given: GivenMetadata,
): Promise<ImportOutcome> {
  const result = await parser.parsePasted(pasted);
  const moment = new Date(context.clock()).toISOString().slice(0, 19).replace('T', ' ');
  const name = `Pasted ${moment.replaceAll(':', '-')}`;
  if ('problem' in result) return problemOutcome(name, result.problem);
  // The clipboard holds both; the original is the one that the text was taken from.
  const isHtml = pasted.html !== null && result.source.mediaType === 'text/html';
  const file = `${name}.${isHtml ? 'html' : 'txt'}`;
  const original = Buffer.from(isHtml ? (pasted.html ?? '') : pasted.text, 'utf8');
  const { reliability, replacesId, ...metadata } = given;
  return storeSource(context, db, {
    file,
    isNameMadeUp: true,
    original,
    originalSha256: hashBytes(original),
    parsed: result.source,
    metadata: metadata as Partial<SourceMetadata>,
    reliability: reliability ?? null,
    replacesId: replacesId ?? null,
  });
}
