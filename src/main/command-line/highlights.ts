import { withDescendants } from '../../shared/domain/tags/tag-paths.ts';
import { envelope } from '../../shared/domain/highlights/span.ts';
import type { MarkSnapshot } from '../../shared/domain/exports/project-snapshot.ts';
import { markSnapshots } from '../exports/mark-snapshots.ts';
import type { MarkFilter } from '../exports/mark-rows-store.ts';
import { snapshotRegistry } from '../exports/snapshot-registry.ts';
import type { ReadDb } from '../database/types.ts';
import { allTags } from '../tags/tags-store.ts';
import type { Command, Invocation } from './command.ts';
import { analystNamed, sourceNamed, tagNamed } from './find-object.ts';
import { withProject } from './with-project.ts';

/** `highlights`: the marks, source by source, in reading order. */
export const highlightsCommand: Command = {
  name: 'highlights',
  parameters: 'P',
  summary: 'lists highlights in reading order',
  arguments: [1, 1],
  options: {
    source: { type: 'string', value: 'S', help: 'only those in this source' },
    analyst: { type: 'string', value: 'A', help: 'only those of this analyst' },
    tag: { type: 'string', value: 'T', help: 'only those with this tag or one below it' },
  },
  run: (invocation) =>
    withProject(invocation, 'read', async (app) => {
      const db = app.context.seen();
      const filter = markFilter(invocation, db);
      const registry = snapshotRegistry(db);
      const marks = markSnapshots(db, registry, { filter, order: 'reading', withContext: false });
      if (invocation.io.isJson) await invocation.io.jsonList(mapped(marks, highlightObject));
      else await invocation.io.lines(mapped(marks, highlightLine));
      return 0;
    }),
};

/** What `--source`, `--analyst` and `--tag` say. */
export function markFilter(invocation: Invocation, db: ReadDb): MarkFilter {
  const source = invocation.text('source');
  const analyst = invocation.text('analyst');
  const tag = invocation.text('tag');
  return {
    sourceId: source === undefined ? undefined : sourceNamed(db, source).id,
    analystId: analyst === undefined ? undefined : analystNamed(db, analyst).id,
    tagIds: tag === undefined ? undefined : [...withDescendants(allTags(db), tagNamed(db, tag).id)],
  };
}

function* mapped<A, B>(items: Iterable<A>, make: (item: A) => B): Iterable<B> {
  for (const item of items) yield make(item);
}

function highlightObject(mark: MarkSnapshot): object {
  const { highlight, credibility } = mark;
  const [start, end] = envelope(highlight.spans);
  return {
    id: highlight.id,
    sourceId: highlight.sourceId,
    start,
    end,
    spans: highlight.spans,
    quote: highlight.quote,
    tags: mark.tags,
    note: highlight.note,
    stance: highlight.stance,
    credibility: credibility?.value ?? null,
    handling: highlight.handling,
    analyst: mark.analyst,
    claimId: highlight.claimId,
    createdAt: highlight.createdAt,
  };
}

function highlightLine(mark: MarkSnapshot): string {
  const { highlight, source } = mark;
  const [start, end] = envelope(highlight.spans);
  const quote = highlight.quote.replace(/\s+/g, ' ');
  return `${highlight.id}\t${source.source.file}\t${start}-${end}\t${mark.analyst}\t${mark.tags.join(', ')}\t${quote}`;
}
