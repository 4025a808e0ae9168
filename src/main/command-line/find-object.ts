import type { Actor } from '../../shared/domain/actors/actor.ts';
import type { Analyst } from '../../shared/domain/analyst.ts';
import type { GradeTarget } from '../../shared/domain/grades/grade.ts';
import type { ClaimId, HighlightId, SummaryId } from '../../shared/domain/ids.ts';
import type { Source } from '../../shared/domain/sources/source.ts';
import { tagPaths } from '../../shared/domain/tags/tag-paths.ts';
import type { Tag } from '../../shared/domain/tags/tag.ts';
import { actorsNamed } from '../actors/actors-store.ts';
import { analystsNamed } from '../database/analysts-store.ts';
import { recordStores } from '../database/record-stores.ts';
import type { ReadDb } from '../database/types.ts';
import { sourcesLabelled } from '../markup/markup-store.ts';
import { summaryList } from '../summaries/summaries-store.ts';
import { allTags } from '../tags/tags-store.ts';
import { UsageError } from './command.ts';

/** The one source that an id, a file name or a text hash names. */
export function sourceNamed(db: ReadDb, label: string): Source {
  return onlyOne(sourcesLabelled(db, label), 'source', label);
}

/** The analyst of an id or a name. */
export function analystNamed(db: ReadDb, label: string): Analyst {
  const byId = recordStores.analyst.get(db, label.toLowerCase());
  return onlyOne(byId === null ? analystsNamed(db, label) : [byId], 'analyst', label);
}

/** The tag of a path or an id. */
export function tagNamed(db: ReadDb, label: string): Tag {
  const tags = allTags(db);
  const paths = tagPaths(tags);
  const path = label
    .split('/')
    .map((name) => name.trim())
    .join('/');
  const found = tags.filter((tag) => paths.get(tag.id) === path || tag.id === label);
  return onlyOne(found, 'tag', label);
}

/** The actor of an id, a name or an alias. */
export function actorNamed(db: ReadDb, label: string): Actor {
  const byId = recordStores.actor.get(db, label.toLowerCase());
  return onlyOne(byId === null ? actorsNamed(db, label) : [byId], 'actor', label);
}

/** The highlight of an id. */
export function highlightNamed(db: ReadDb, label: string): HighlightId {
  const highlight = recordStores.highlight.get(db, label.toLowerCase());
  return onlyOne(highlight === null ? [] : [highlight], 'highlight', label).id;
}

/** The claim of an id. */
export function claimNamed(db: ReadDb, label: string): ClaimId {
  const claim = recordStores.claim.get(db, label.toLowerCase());
  return onlyOne(claim === null ? [] : [claim], 'claim', label).id;
}

/** The summary of an id or a title. */
export function summaryNamed(db: ReadDb, label: string): SummaryId {
  const found = summaryList(db).filter(({ id, title }) => id === label || title === label);
  return onlyOne(found, 'summary', label).id;
}

/** What a grade is of: a source or an actor for a reliability, a highlight or a claim for a credibility. */
export function gradedObject(
  db: ReadDb,
  label: string,
  axis: 'reliability' | 'credibility',
): { readonly targetKind: GradeTarget; readonly targetId: string } {
  const id = label.toLowerCase();
  if (axis === 'credibility') {
    if (recordStores.highlight.get(db, id) !== null) {
      return { targetKind: 'highlight', targetId: id };
    }
    if (recordStores.claim.get(db, id) !== null) return { targetKind: 'claim', targetId: id };
    throw new UsageError(`This project has no highlight and no claim “${label}”.`);
  }
  const sources = sourcesLabelled(db, label);
  if (sources.length > 0) {
    return { targetKind: 'source', targetId: onlyOne(sources, 'source', label).id };
  }
  const actor = recordStores.actor.get(db, id);
  const actors = actor === null ? actorsNamed(db, label) : [actor];
  return { targetKind: 'actor', targetId: onlyOne(actors, 'source and no actor', label).id };
}

function onlyOne<T>(found: readonly T[], kind: string, label: string): T {
  const [only, second] = found;
  if (only === undefined) throw new UsageError(`This project has no ${kind} “${label}”.`);
  if (second !== undefined) {
    throw new UsageError(
      `${found.length} objects of this project are called “${label}”; name the ${kind} by its id.`,
    );
  }
  return only;
}
