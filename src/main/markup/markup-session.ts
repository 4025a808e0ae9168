import type { Analyst } from '../../shared/domain/analyst.ts';
import { changedFields } from '../../shared/domain/changes/change.ts';
import type { RecordKind, RecordOf } from '../../shared/domain/changes/record.ts';
import { actorRegistry, type ActorRegistry } from './actor-registry.ts';
import { analystRegistry, type AnalystRegistry } from './analyst-registry.ts';
import { derivedId, uuidFrom } from './derived-ids.ts';
import { eventRegistry, originRegistry, type EventRegistry } from './event-registry.ts';
import type { OriginRegistry } from './event-registry.ts';
import type { ChangeDraft } from '../changes/changes.ts';
import type { ReadDb } from '../database/types.ts';
import type { SignedItem, TypedItem } from './markup-item.ts';
import { hasUnplaced, kindsWithId } from './markup-store.ts';
import type { Outcome, ReportBuilder } from './report-builder.ts';
import { sourceRegistry, type SourceRegistry } from './source-registry.ts';
import { tagRegistry, type TagRegistry } from './tag-registry.ts';

/** What an import of one file works with. */
export interface MarkupSession {
  readonly db: ReadDb;
  readonly draft: ChangeDraft;
  readonly report: ReportBuilder;
  readonly formatName: string;
  /** The file's name without folders. */
  readonly fileName: string;
  /** The moment of the import, for lines that give none. */
  readonly now: string;
  readonly sources: SourceRegistry;
  readonly analysts: AnalystRegistry;
  readonly tags: TagRegistry;
  readonly actors: ActorRegistry;
  readonly events: EventRegistry;
  readonly origins: OriginRegistry;
  /** Lines of the file that say more of objects which marks bring with them. */
  readonly claimLines: Map<string, TypedItem<'claim'>>;
  readonly attributionLines: Map<string, TypedItem<'attribution'>>;
  /** The latest judgement of each target that the file holds as a line of its own. */
  readonly gradeLines: Map<string, TypedItem<'grade'>>;
  /** Ids of the file that stand for objects which the project has under another id: same name, same fields. */
  readonly joinedIds: Map<string, string>;
  /** Objects that the file itself names by id, as `kind id`. */
  readonly fileIds: Set<string>;
  readonly hadUnplaced: boolean;
  /** How many marks without an id and with this content came before in the file. */
  placeAmongEqual(content: string): number;
}

export interface SessionOptions {
  readonly db: ReadDb;
  readonly draft: ChangeDraft;
  readonly report: ReportBuilder;
  readonly formatName: string;
  readonly fileName: string;
  readonly now: string;
  readonly analyst: Analyst;
  readonly newId: () => string;
}

/** Makes the session of one file. */
export function createSession(options: SessionOptions): MarkupSession {
  const { db, draft, report } = options;
  return {
    db,
    draft,
    report,
    formatName: options.formatName,
    fileName: options.fileName,
    now: options.now,
    sources: sourceRegistry(db),
    analysts: analystRegistry({ db, draft, report, self: options.analyst, newId: options.newId }),
    tags: tagRegistry(db, draft, options.newId),
    actors: actorRegistry(db, draft),
    events: eventRegistry(db, draft),
    origins: originRegistry(db, draft),
    claimLines: new Map(),
    attributionLines: new Map(),
    gradeLines: new Map(),
    joinedIds: new Map(),
    fileIds: new Set(),
    hadUnplaced: hasUnplaced(db),
    placeAmongEqual: countEqual(),
  };
}

function countEqual(): (content: string) => number {
  const counts = new Map<string, number>();
  return (content) => {
    const before = counts.get(content) ?? 0;
    counts.set(content, before + 1);
    return before;
  };
}

/** Puts a record and says what that did; a record that is there already, as it is, stays untouched. */
export function putRecord<K extends RecordKind>(
  session: MarkupSession,
  kind: K,
  record: RecordOf[K],
  before: RecordOf[K] | null = session.draft.get(kind, record.id),
): Outcome {
  if (before !== null && changedFields(before, record).length === 0) return 'unchanged';
  session.draft.put(kind, record);
  return before === null ? 'added' : 'changed';
}

/** Who made something and when, as the line says or else by default. */
export function signature(
  session: MarkupSession,
  item: SignedItem,
): { readonly analystId: Analyst['id']; readonly createdAt: string } {
  return {
    analystId: session.analysts.resolve(item.analyst).id,
    createdAt: item.createdAt ?? session.now,
  };
}

/**
 * The id that a file's own id stands for: the same where it is a UUID that is this kind's or nobody's, and
 * otherwise one made from format, file and the old id.
 */
export function idFromFile<Id extends string>(
  session: MarkupSession,
  kind: RecordKind,
  given: string | number,
): Id {
  const joined = session.joinedIds.get(`${kind} ${given}`);
  if (joined !== undefined) return joined as Id;
  const uuid = uuidFrom(String(given));
  const derived = derivedId<Id>(
    'imported',
    session.formatName,
    session.fileName,
    kind,
    String(given),
  );
  if (uuid === null) return derived;
  const kinds = kindsWithId(session.db, uuid);
  return kinds.length === 0 || kinds.includes(kind) ? (uuid as Id) : derived;
}
