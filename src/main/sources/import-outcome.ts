import type { ImportOutcome, ImportReport } from '../../shared/contract/sources.ts';
import { recordStores } from '../database/record-stores.ts';
import type { Source } from '../../shared/domain/sources/source.ts';
import type { ReadDb } from '../database/types.ts';
import { foldedCharacters } from './contents-store.ts';
import { suspiciousOf } from './findings-store.ts';
import { nearDuplicates } from './near-duplicates.ts';

/** What a file is told of that gave no source. */
export function problemOutcome(file: string, problem: string): ImportOutcome {
  return {
    file,
    status: 'problem',
    sourceId: null,
    title: null,
    characters: null,
    textSha256: null,
    boilerplateCharacters: null,
    replaces: null,
    nearDuplicates: [],
    suspicious: null,
    problem,
  };
}

/** What a file is told of whose source is there from an earlier reading. */
export function duplicateOutcome(db: ReadDb, file: string, sourceId: string): ImportOutcome {
  const source = recordStores.source.get(db, sourceId);
  if (source === null) return problemOutcome(file, 'Its source was removed meanwhile.');
  return {
    file,
    status: 'duplicate',
    sourceId: source.id,
    title: source.title,
    characters: source.characters,
    textSha256: source.textSha256,
    boilerplateCharacters: foldedCharacters(db, source.contentId),
    problem: null,
    ...outcomeFindings(db, source),
  };
}

/** What a source is told of besides: which it replaces, which share its text, and how much in it is suspicious. */
export type OutcomeFindings = Pick<ImportOutcome, 'replaces' | 'nearDuplicates' | 'suspicious'>;

/** Looks up what a source is told of besides. */
export function outcomeFindings(db: ReadDb, source: Source): OutcomeFindings {
  return {
    replaces: source.replacesId,
    nearDuplicates: nearDuplicates(db, source.id),
    suspicious: suspiciousOf(db, source.id).count,
  };
}

/** The outcomes of an import with their counts. */
export function reportOf(
  outcomes: readonly ImportOutcome[],
  unfinishedId: string | null,
): ImportReport {
  const count = (status: ImportOutcome['status']): number =>
    outcomes.filter((outcome) => outcome.status === status).length;
  return {
    outcomes,
    imported: count('imported'),
    duplicates: count('duplicate'),
    problems: count('problem'),
    cancelled: unfinishedId !== null,
    unfinishedId,
  };
}
