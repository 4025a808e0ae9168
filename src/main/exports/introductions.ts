import type { ReadDb } from '../database/types.ts';
import type { AnalystId, HighlightId } from '../../shared/domain/ids.ts';
import type { MarkFilter } from './mark-rows-store.ts';
import { markSnapshots } from './mark-snapshots.ts';
import type { SnapshotRegistry } from './snapshot-registry.ts';

/** The mark that speaks of an object first, in the order of an export. */
export interface Introduction {
  readonly markId: HighlightId;
  readonly analystId: AnalystId;
  readonly createdAt: string;
  /** The place in the chain, for actors and origins. */
  readonly link: number;
  readonly place: number;
}

/** What the marks of an export speak of, each with the mark that does so first, by id. */
export interface Introductions {
  readonly sources: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly claims: ReadonlyMap<string, Introduction>;
  readonly events: ReadonlyMap<string, Introduction>;
  readonly actors: ReadonlyMap<string, Introduction>;
  readonly origins: ReadonlyMap<string, Introduction>;
  /** Those that were made by somebody else, or later, than their marks. */
  readonly attributions: readonly OwnAttribution[];
}

/** An attribution that its mark does not wholly stand for. */
export interface OwnAttribution {
  readonly id: string;
  readonly highlightId: HighlightId;
  readonly analystId: AnalystId;
  readonly createdAt: string;
}

/** Goes through the marks of an export once. `attributionIdFor` gives the id of the attribution that importing a mark would make. */
export function findIntroductions(
  db: ReadDb,
  registry: SnapshotRegistry,
  filter: MarkFilter,
  attributionIdFor: (markId: string) => string,
): Introductions {
  const sources = new Set<string>();
  const tags = new Set<string>();
  const claims = new Map<string, Introduction>();
  const events = new Map<string, Introduction>();
  const actors = new Map<string, Introduction>();
  const origins = new Map<string, Introduction>();
  const attributions: OwnAttribution[] = [];
  const marks = markSnapshots(db, registry, { filter, order: 'time', withContext: false });
  for (const { highlight, source, claim, attribution } of marks) {
    const { id: markId, analystId, createdAt } = highlight;
    const introduce = (map: Map<string, Introduction>, id: string, link = 0, place = 0): void => {
      if (!map.has(id)) map.set(id, { markId, analystId, createdAt, link, place });
    };
    sources.add(source.source.id);
    for (const tagId of highlight.tagIds) tags.add(tagId);
    if (claim !== null) {
      introduce(claims, claim.claim.id);
      for (const tagId of claim.claim.tagIds) tags.add(tagId);
      if (claim.event !== null) introduce(events, claim.event.id);
    }
    if (attribution === null) continue;
    const isOwn =
      attribution.id !== attributionIdFor(markId) ||
      attribution.analystId !== analystId ||
      attribution.createdAt !== createdAt;
    if (isOwn) {
      const { id, analystId: by, createdAt: at } = attribution;
      attributions.push({ id, highlightId: markId, analystId: by, createdAt: at });
    }
    attribution.links.forEach((link, index) => {
      link.actors.forEach((actor, place) => introduce(actors, actor.id, index, place));
      if (link.origin !== null) introduce(origins, link.origin.id, index);
    });
  }
  return { sources, tags, claims, events, actors, origins, attributions };
}
