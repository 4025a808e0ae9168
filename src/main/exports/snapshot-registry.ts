import type { Actor } from '../../shared/domain/actors/actor.ts';
import type {
  ClaimSnapshot,
  OriginSnapshot,
  SourceSnapshot,
} from '../../shared/domain/exports/project-snapshot.ts';
import type { Source } from '../../shared/domain/sources/source.ts';
import { tagPaths } from '../../shared/domain/tags/tag-paths.ts';
import { allAnalysts } from '../database/analysts-store.ts';
import { recordStores } from '../database/record-stores.ts';
import type { ReadDb } from '../database/types.ts';
import { textOfContent } from '../markup/markup-store.ts';
import { allTags } from '../tags/tags-store.ts';
import { boundedMap } from './bounded-map.ts';
import { claimFacts, isLabelUnique, sourceReliability } from './snapshot-registry-store.ts';

/** What marks refer to, by id; each kind is held up to a bound, so that memory does not grow with the project. */
export interface SnapshotRegistry {
  analyst(id: string): string;
  tag(id: string): string;
  source(id: string): SourceSnapshot;
  text(source: Source): string;
  actor(id: string): Actor | null;
  origin(id: string): OriginSnapshot | null;
  claim(id: string): ClaimSnapshot | null;
}

const mostRecords = 10_000;
/** UTF-16 code units. */
const mostText = 16_000_000;

/** Makes the registry of one export. */
export function snapshotRegistry(db: ReadDb): SnapshotRegistry {
  const analysts = new Map<string, string>(allAnalysts(db).map(({ id, name }) => [id, name]));
  const tags = new Map<string, string>(tagPaths(allTags(db)));

  const sources = boundedMap<SourceSnapshot>(mostRecords, (id) => {
    const source = recordStores.source.get(db, id);
    if (source === null) throw new Error(`Source ${id} is missing`);
    return { source, label: labelOf(db, source), reliability: sourceReliability(db, id) };
  });
  const texts = boundedMap<string>(
    mostText,
    (contentId) => textOfContent(db, contentId),
    (text) => text.length,
  );
  const actors = boundedMap<Actor | null>(mostRecords, (id) => recordStores.actor.get(db, id));
  const origins = boundedMap<OriginSnapshot | null>(mostRecords, (id) => {
    const origin = recordStores.origin.get(db, id);
    if (origin === null) return null;
    const { sourceId } = origin;
    return { ...origin, sourceLabel: sourceId === null ? null : sources.get(sourceId).label };
  });
  const claims = boundedMap<ClaimSnapshot | null>(mostRecords, (id) => {
    const facts = claimFacts(db, id);
    if (facts === null) return null;
    const { claim, grade, originCount, contradictedBy } = facts;
    return {
      claim,
      analyst: analysts.get(claim.analystId) ?? '',
      tags: claim.tagIds.map((tagId) => tags.get(tagId) ?? ''),
      event: claim.eventId === null ? null : recordStores.event.get(db, claim.eventId),
      credibility: grade === null ? null : { value: grade[0], reason: grade[1] },
      originCount,
      contradictedBy,
    };
  });

  return {
    analyst: (id) => analysts.get(id) ?? '',
    tag: (id) => tags.get(id) ?? '',
    source: (id) => sources.get(id),
    text: (source) => texts.get(source.contentId),
    actor: (id) => actors.get(id),
    origin: (id) => origins.get(id),
    claim: (id) => claims.get(id),
  };
}

/** What a source is called in a file that another project may read. */
export function labelOf(db: ReadDb, source: Source): string {
  const unique = isLabelUnique(db, source);
  if (unique.file) return source.file;
  return unique.text ? source.textSha256 : source.id;
}
