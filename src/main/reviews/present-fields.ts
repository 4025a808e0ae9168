import type { Proposal } from '../../shared/domain/reviews/proposal.ts';
import { axisOf } from '../../shared/domain/grades/grade.ts';
import type { TagId } from '../../shared/domain/ids.ts';
import { tagPaths } from '../../shared/domain/tags/tag-paths.ts';
import { recordStores } from '../database/record-stores.ts';
import type { ReadDb } from '../database/types.ts';
import { allTags } from '../tags/tags-store.ts';
import type { FoundTarget } from './targets.ts';

/** What stands there now, under the names and in the shapes of `proposalFields`; null where nothing can be proposed. */
export function presentFields(
  db: ReadDb,
  { kind, id }: Pick<FoundTarget, 'kind' | 'id'>,
): Proposal['fields'] | null {
  switch (kind) {
    case 'highlight': {
      const mark = recordStores.highlight.get(db, id);
      if (mark === null) return null;
      const { spans, note, stance, claimId } = mark;
      const claim = claimId === null ? null : recordStores.claim.get(db, claimId);
      const tags = pathsOf(db, mark.tagIds);
      return { spans, tags, note, stance, claim: claim?.statement ?? null };
    }
    case 'claim': {
      const claim = recordStores.claim.get(db, id);
      if (claim === null) return null;
      const { statement, kind: claimKind, status, stated, note, eventId } = claim;
      const event = eventId === null ? null : recordStores.event.get(db, eventId);
      const tags = pathsOf(db, claim.tagIds);
      return { statement, kind: claimKind, status, event: event?.name ?? null, stated, tags, note };
    }
    case 'attribution': {
      const attribution = recordStores.attribution.get(db, id);
      if (attribution === null) return null;
      return {
        links: attribution.links.map(({ actorIds, originId, ...link }) => {
          const origin = originId === null ? null : recordStores.origin.get(db, originId);
          return {
            ...link,
            actors: actorIds.map((actorId) => {
              const actor = recordStores.actor.get(db, actorId);
              const name = actor?.name ?? 'Unknown actor';
              return actor?.unnamed === true ? { unnamed: name } : { name };
            }),
            origin:
              origin === null
                ? null
                : {
                    kind: origin.kind,
                    title: origin.title,
                    issuer: origin.issuer,
                    date: origin.date,
                  },
          };
        }),
      };
    }
    case 'grade': {
      const grade = recordStores.grade.get(db, id);
      if (grade === null) return null;
      const axis = axisOf(grade.targetKind);
      return { [axis]: grade[axis], reason: grade.reason };
    }
    case 'source':
      return null;
  }
}

function pathsOf(db: ReadDb, tagIds: readonly TagId[]): string[] {
  if (tagIds.length === 0) return [];
  const paths = tagPaths(allTags(db));
  return tagIds.flatMap((id) => paths.get(id) ?? []);
}
