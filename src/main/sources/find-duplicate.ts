import { foldString } from '../../shared/domain/search/fold.ts';
import { addressKey } from '../../shared/domain/sources/version-of.ts';
import type { Source } from '../../shared/domain/sources/source.ts';
import type { ReadDb } from '../database/types.ts';
import { sourceOfContent } from './source-list-store.ts';
import { sourcesOfText } from './versions-store.ts';

/**
 * The source that a text is there as already: of the same bytes and text (`contentId`), or of the same text unless
 * both are known to be of different outlets or addresses: that is one report printed twice. An empty text (a scan)
 * says nothing.
 */
export function findDuplicate(
  db: ReadDb,
  contentId: string | null,
  given: {
    readonly text: string;
    readonly textSha256: string;
    readonly outlet: string | null;
    readonly url: string | null;
  },
): Source | null {
  const present = contentId === null ? undefined : sourceOfContent(db, contentId);
  if (present !== undefined) return present;
  if (given.text.trim() === '') return null;
  const isSame = (source: Source): boolean =>
    !differ(source.outlet, given.outlet, (outlet) => foldString(outlet).trim()) &&
    !differ(addressKey(source.url), addressKey(given.url), (address) => address);
  return sourcesOfText(db, given.textSha256).find(isSame) ?? null;
}

function differ(
  one: string | null,
  other: string | null,
  form: (value: string) => string,
): boolean {
  return one !== null && other !== null && form(one) !== form(other);
}
