import { markLine, type LineReferences } from '../../shared/domain/exports/jsonl-mark.ts';
import { handlingOf } from '../../shared/domain/exports/mention-cells.ts';
import { actorIdAt, attributionIdOf } from '../markup/derived-ids.ts';
import type { ExportJob } from './exporter.ts';
import { findIntroductions } from './introductions.ts';
import { registryLines, type LineSource } from './jsonl-registry-lines.ts';
import { assignmentLines } from './jsonl-assignment-lines.ts';
import { reviewLines } from './jsonl-review-lines.ts';
import { ambiguousObjects, isMarkAmong, type Ambiguous } from './jsonl-store.ts';
import { markSnapshots } from './mark-snapshots.ts';
import type { SnapshotRegistry } from './snapshot-registry.ts';

/** Markup as JSON lines: first what marks do not say by themselves, then one mark a line, as they were made. */
export function* exportJsonl(job: ExportJob): Generator<string, void, undefined> {
  const { db, registry, filter, tally } = job;
  const ambiguous = ambiguousObjects(db);
  const references = lineReferences(registry, ambiguous);
  const from: LineSource = {
    db,
    registry,
    introductions: findIntroductions(db, registry, filter, attributionIdOf),
    ambiguous,
    references,
    isWhole: Object.values(filter).every((value) => value === undefined),
  };
  for (const line of registryLines(from)) yield `${JSON.stringify(line)}\n`;
  const isExported = (id: string): boolean => isMarkAmong(db, filter, id);
  for (const line of reviewLines(from, isExported)) yield `${JSON.stringify(line)}\n`;
  for (const line of assignmentLines(from)) yield `${JSON.stringify(line)}\n`;
  for (const mark of markSnapshots(db, registry, { filter, order: 'time', withContext: false })) {
    tally.rows += 1;
    tally.hold(handlingOf(mark));
    yield `${JSON.stringify(markLine(mark, references))}\n`;
  }
}

/** How the lines of an export name what they refer to, so that another project finds or makes the same. */
export function lineReferences(registry: SnapshotRegistry, ambiguous: Ambiguous): LineReferences {
  return {
    analyst: (id) => {
      const name = registry.analyst(id);
      return ambiguous.analysts.has(id) ? { id, name } : name;
    },
    actor: (actor, markId, link, place) => {
      const { id, name } = actor;
      if (!actor.unnamed) return ambiguous.actors.has(id) ? { id, name } : name;
      return id === actorIdAt(markId, link, place, name)
        ? { unnamed: name }
        : { id, unnamed: name };
    },
    isEventAmbiguous: ({ id }) => ambiguous.events.has(id),
    isOriginAmbiguous: ({ id }) => ambiguous.origins.has(id),
  };
}
