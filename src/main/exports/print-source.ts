import { AttestError } from '../../shared/contract/errors.ts';
import type { PrintOptions } from '../../shared/contract/exchange.ts';
import {
  pageFurniture,
  printedHandling,
  printHtml,
} from '../../shared/domain/exports/print-html.ts';
import type { PrintMark } from '../../shared/domain/exports/print-note.ts';
import { printColours, type PageFurniture } from '../../shared/domain/exports/print-style.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { projectRow } from '../database/project-store.ts';
import type { ReadDb } from '../database/types.ts';
import { blocksOfSource } from '../sources/contents-store.ts';
import { recordStores } from '../database/record-stores.ts';
import { allTags } from '../tags/tags-store.ts';
import { markSnapshots } from './mark-snapshots.ts';
import { snapshotRegistry } from './snapshot-registry.ts';

/** A source as it is to be printed: the page in parts, and what is known of it at once. */
export interface PrintablePage {
  readonly chunks: Iterable<Uint8Array>;
  readonly marks: number;
  /** The highest handling of what it holds; null for none. */
  readonly handling: string | null;
  /** What stands around the text on every sheet. */
  readonly page: PageFurniture;
}

/**
 * A source with all its marks as one page for paper. Its marks are held: they are of one source.
 * @throws {AttestError} `not-found` when the source is not there
 */
export function printableSource(
  db: ReadDb,
  sourceId: SourceId,
  { furniture, paper, marginBoxes }: PrintOptions & { readonly marginBoxes: boolean },
  exportedAt: string,
): PrintablePage {
  if (recordStores.source.get(db, sourceId) === null) {
    throw new AttestError('not-found', 'That source is not in this project. Nothing was printed.');
  }
  const registry = snapshotRegistry(db);
  const source = registry.source(sourceId);
  const colours = new Map(allTags(db).map(({ id, colour }) => [id, colour]));
  const marks: PrintMark[] = [];
  for (const snapshot of markSnapshots(db, registry, {
    filter: { sourceId },
    order: 'reading',
    withContext: false,
  })) {
    const { id, spans, tagIds } = snapshot.highlight;
    const [tagId] = tagIds;
    const colour = (tagId && colours.get(tagId)) ?? printColours.length - 1;
    marks.push({ id, spans, colour, snapshot });
  }
  const printed = {
    header: { projectName: projectRow(db).name, exportedAt },
    source,
    text: registry.text(source.source),
    blocks: blocksOfSource(db, sourceId),
    marks,
    furniture,
    paper,
    marginBoxes,
  };
  return {
    chunks: encoded(printHtml(printed)),
    marks: marks.length,
    handling: printedHandling(printed),
    page: pageFurniture(printed),
  };
}

function* encoded(parts: Iterable<string>): Generator<Uint8Array, void, undefined> {
  let buffer = '';
  for (const part of parts) {
    buffer += part;
    if (buffer.length < 128 * 1024) continue;
    yield Buffer.from(buffer, 'utf8');
    buffer = '';
  }
  yield Buffer.from(buffer, 'utf8');
}
