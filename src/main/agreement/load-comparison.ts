import type {
  AnnotatedMark,
  AnnotatedSource,
  Comparison,
} from '../../shared/domain/agreement/annotated-source.ts';
import { sentencesOf } from '../../shared/domain/highlights/sentences.ts';
import type { AnalystId, SourceId, TagId } from '../../shared/domain/ids.ts';
import { comparePaths, tagPaths, withDescendants } from '../../shared/domain/tags/tag-paths.ts';
import { splitList } from '../database/record-store.ts';
import type { ReadDb } from '../database/types.ts';
import { spansFromColumns } from '../highlights/highlights-store.ts';
import { blocksOfSource, textOfSource } from '../sources/contents-store.ts';
import { allTags } from '../tags/tags-store.ts';
import {
  comparedMarks,
  reliabilityBy,
  sharedSources,
  type ComparedRow,
  type ComparedSource,
} from './comparison-store.ts';

/** Which analysts are compared, on what. */
export interface ComparisonInput {
  readonly analystIds: readonly AnalystId[];
  readonly sourceIds?: readonly SourceId[] | undefined;
  readonly tagId?: TagId | undefined;
}

/** A comparison with what its sources are called and when each was marked last. */
export interface LoadedComparison {
  readonly comparison: Comparison;
  readonly sources: readonly (ComparedSource & { readonly markedAt: string | null })[];
}

/** Reads the marks of some analysts on all sources that they share. */
export function loadComparison(
  db: ReadDb,
  { analystIds, sourceIds, tagId }: ComparisonInput,
  names: readonly string[],
): LoadedComparison {
  const all = allTags(db);
  const paths = [...tagPaths(all)].toSorted(([, a], [, b]) => comparePaths(a, b));
  const wanted = tagId === undefined ? null : withDescendants(all, tagId);
  const tagIndexes = new Map(paths.map(([id], index) => [id, index]));
  const onlyThese = sourceIds === undefined ? null : new Set(sourceIds);
  const shared = sharedSources(db, analystIds).filter(({ id }) => onlyThese?.has(id) ?? true);
  const loaded = shared.map((source) => {
    const rows = comparedMarks(db, source.id, analystIds).filter(
      ({ tagIds }) =>
        wanted === null || splitList<TagId>(tagIds ?? '').some((id) => wanted.has(id)),
    );
    rows.sort(inOrderOfText);
    return {
      source: {
        ...source,
        markedAt: rows.reduce<string | null>(
          (last, { createdAt }) => (last === null || createdAt > last ? createdAt : last),
          null,
        ),
      },
      annotated: annotatedSource(db, source, analystIds, rows, tagIndexes),
    };
  });
  return {
    comparison: {
      analysts: names,
      tags: paths.map(([, path]) => path),
      sources: loaded.map(({ annotated }) => annotated),
    },
    sources: loaded.map(({ source }) => source),
  };
}

/** Of marks that begin at one place the longer first. They come nearly in order, which no sort of the database knows. */
function inOrderOfText(one: ComparedRow, other: ComparedRow): number {
  return one.start - other.start || other.end - one.end || (one.id < other.id ? -1 : 1);
}

function annotatedSource(
  db: ReadDb,
  source: ComparedSource,
  analystIds: readonly AnalystId[],
  rows: readonly ComparedRow[],
  tagIndexes: ReadonlyMap<TagId, number>,
): AnnotatedSource {
  const text = textOfSource(db, source.id) ?? '';
  return {
    id: source.id,
    length: text.length,
    sentences: sentencesOf(text, blocksOfSource(db, source.id)),
    marks: analystIds.map((analyst) =>
      rows.filter(({ analystId }) => analystId === analyst).map((row) => markOf(row, tagIndexes)),
    ),
    reliability: analystIds.map((analyst) => {
      const letter = reliabilityBy(db, source.id, analyst);
      const grade = letter === null ? 0 : 'ABCDE'.indexOf(letter) + 1;
      return grade === 0 ? null : grade;
    }),
  };
}

function markOf(row: ComparedRow, tagIndexes: ReadonlyMap<TagId, number>): AnnotatedMark {
  const isJudged = row.credibility !== null && row.credibility <= 5;
  return {
    id: row.id,
    spans: spansFromColumns(row),
    tags: splitList<TagId>(row.tagIds ?? '').flatMap((id) => tagIndexes.get(id) ?? []),
    values: {
      kind: row.kind,
      status: row.status,
      stance: row.stance,
      credibility: isJudged ? row.credibility : null,
      speaker: row.speaker,
      claimId: row.claimId,
    },
  };
}
