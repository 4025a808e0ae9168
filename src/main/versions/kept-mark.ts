import { markLine, type LineReferences } from '../../shared/domain/exports/jsonl-mark.ts';
import type { MarkSnapshot } from '../../shared/domain/exports/project-snapshot.ts';
import type { CarriedPlace } from '../../shared/domain/highlights/carry-marks.ts';
import type { UnplacedMark } from '../../shared/domain/highlights/unplaced-mark.ts';
import type { HighlightId } from '../../shared/domain/ids.ts';
import type { Source } from '../../shared/domain/sources/source.ts';
import { derivedId } from '../markup/derived-ids.ts';

/** A mark that has no place in a newer version, as it is kept in the list of such: all it says, under the id it would have had. */
export function keptMark(
  references: LineReferences,
  mark: MarkSnapshot,
  given: {
    readonly place: Extract<CarriedPlace, { kind: 'unplaced' }>;
    readonly id: HighlightId;
    readonly newer: Source;
    /** Its place among the marks of the older version, from 1. */
    readonly number: number;
  },
): Omit<UnplacedMark, 'createdAt'> {
  const { id, newer, number, place } = given;
  const line = markLine(mark, references);
  return {
    id: derivedId('unplaced', id),
    file: mark.source.source.file,
    line: number,
    sourceLabel: newer.id,
    reason:
      place.reason === 'many'
        ? 'its words stand in several places of the newer version'
        : 'its words were changed or taken out in the newer version',
    mark: JSON.stringify({ ...line, id, source: newer.id }),
    analystId: mark.highlight.analystId,
  };
}
