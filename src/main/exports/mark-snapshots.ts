import type {
  AttributionSnapshot,
  LinkSnapshot,
  MarkSnapshot,
} from '../../shared/domain/exports/project-snapshot.ts';
import type { AttributionForm } from '../../shared/domain/attributions/attribution.ts';
import { quoteContext } from '../../shared/domain/highlights/quote.ts';
import type { AttributionId } from '../../shared/domain/ids.ts';
import { splitList } from '../database/record-store.ts';
import type { ReadDb } from '../database/types.ts';
import { highlightFromRow } from '../highlights/highlights-store.ts';
import {
  markRows,
  type ChainJson,
  type GradeJson,
  type MarkFilter,
  type MarkOrder,
  type MarkTableRow,
  type VerdictJson,
} from './mark-rows-store.ts';
import type { SnapshotRegistry } from './snapshot-registry.ts';

/** How much of the text stands on either side of a quote, in UTF-16 code units. */
const contextUnits = 60;

/** Streams the marks that fit, each with all that hangs on it. */
export function* markSnapshots(
  db: ReadDb,
  registry: SnapshotRegistry,
  options: {
    readonly filter: MarkFilter;
    readonly order: MarkOrder;
    /** Whether the words around each quote are wanted: for them the texts must be read. */
    readonly withContext: boolean;
  },
): Generator<MarkSnapshot, void, undefined> {
  for (const row of markRows(db, options.filter, options.order)) {
    yield snapshotOf(row, registry, options.withContext);
  }
}

function snapshotOf(
  row: MarkTableRow,
  registry: SnapshotRegistry,
  withContext: boolean,
): MarkSnapshot {
  const highlight = highlightFromRow(row);
  const source = registry.source(highlight.sourceId);
  const grade = row.grade === null ? null : (JSON.parse(row.grade) as GradeJson);
  const verdict = row.verdict === null ? null : (JSON.parse(row.verdict) as VerdictJson);
  return {
    highlight,
    analyst: registry.analyst(highlight.analystId),
    source,
    tags: highlight.tagIds.map((id) => registry.tag(id)),
    claim: highlight.claimId === null ? null : registry.claim(highlight.claimId),
    attribution: attributionOf(row, registry),
    credibility: grade === null ? null : { value: grade[0], reason: grade[1] },
    verdict:
      verdict === null
        ? null
        : { verdict: verdict[0], by: registry.analyst(verdict[1]), reason: verdict[2] },
    context: withContext
      ? quoteContext(registry.text(source.source), highlight.spans, contextUnits)
      : null,
  };
}

function attributionOf(row: MarkTableRow, registry: SnapshotRegistry): AttributionSnapshot | null {
  const { attributionId, attributionAnalystId, attributionCreatedAt, chain } = row;
  if (attributionId === null || attributionAnalystId === null || attributionCreatedAt === null) {
    return null;
  }
  const links = chain === null || chain === '[]' ? [] : (JSON.parse(chain) as ChainJson[]);
  return {
    id: attributionId as AttributionId,
    analystId: attributionAnalystId,
    createdAt: attributionCreatedAt,
    links: links.map((link) => linkOf(link, registry)),
  };
}

function linkOf(link: ChainJson, registry: SnapshotRegistry): LinkSnapshot {
  const [role, forms, cue, spanStart, spanEnd, cueStart, cueEnd, originId, inferred, actorIds] =
    link;
  return {
    actors: actorIds.flatMap((id) => registry.actor(id) ?? []),
    role,
    forms: splitList<AttributionForm>(forms),
    cue,
    span: spanStart === null || spanEnd === null ? null : [spanStart, spanEnd],
    cueSpan: cueStart === null || cueEnd === null ? null : [cueStart, cueEnd],
    origin: originId === null ? null : registry.origin(originId),
    inferred: inferred === 1,
  };
}
