import { sourceName, type Source } from '../../shared/domain/sources/source.ts';
import { dateText } from '../claims/date-text.ts';

/** A source as it is told from others of the same title: with its outlet or file, and when it came in. */
export function calledApart(
  source: Pick<Source, 'title' | 'file' | 'outlet' | 'importedAt'>,
): string {
  const from = source.outlet ?? (source.title === null ? null : source.file);
  const details = [from, dateText(source.importedAt)].filter((each) => each !== null);
  return `“${sourceName(source)}” (${details.join(', ')})`;
}
