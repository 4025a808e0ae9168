import { pairMarks, type Difference } from '../adjudication/adjudication-steps.ts';
import type { AnnotatedMark } from '../agreement/annotated-source.ts';
import type { Span } from '../highlights/span.ts';
import type { HighlightId, TagId } from '../ids.ts';
import { agreementKey, carriesClaim, type LayerMark } from './fold-marks.ts';

/** A mark with what its analyst judged of it, as far as the reader knows. */
export interface JudgedMark extends LayerMark {
  readonly stance: string | null;
  /** 1–6. */
  readonly credibility: number | null;
  /** Zero: the outlet's own voice; null: not attributed. */
  readonly attributionLinks: number | null;
  /** The chain as readable text. */
  readonly attributionText: string | null;
}

/** What two marks of one place differ in: as adjudication has it, and whether only one of them carries a claim. */
export type LayerDifference = Difference | 'claim';

/** A place where two layers differ: two marks, or the one of which the other layer has no counterpart. */
export interface DifferingMarks<M> {
  readonly a: M | null;
  readonly b: M | null;
  /** From the first to the last code unit of either. */
  readonly span: Span;
  readonly differs: readonly LayerDifference[];
}

/** Everything that counts when two marks are compared; marks with one key are the same to the reader. */
export function judgedKey(mark: JudgedMark): string {
  return JSON.stringify([agreementKey(mark), mark.stance, mark.credibility, attributionOf(mark)]);
}

/** Who is behind the words, as one text; '' is the outlet's own voice, null that nobody said. */
function attributionOf({ attributionLinks, attributionText }: JudgedMark): string | null {
  return attributionLinks === 0 ? '' : attributionText;
}

/**
 * Those of one analyst's marks whose counterpart in the other's layer says the very same, one to one: the nth by id
 * of marks that are alike has a counterpart where the other analyst made at least n of them.
 */
export function sameInBoth(
  marks: readonly JudgedMark[],
  others: readonly JudgedMark[],
): ReadonlySet<HighlightId> {
  const free = new Map<string, number>();
  for (const other of others) {
    const key = judgedKey(other);
    free.set(key, (free.get(key) ?? 0) + 1);
  }
  const same = new Set<HighlightId>();
  for (const mark of marks.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const key = judgedKey(mark);
    const left = free.get(key) ?? 0;
    if (left === 0) continue;
    free.set(key, left - 1);
    same.add(mark.id);
  }
  return same;
}

/**
 * What two analysts' layers of one source differ in, in the order of the text. Marks that say the very same are left
 * out first; what is left is paired by what it shares, as in adjudication.
 */
export function layerDifferences<M extends JudgedMark>(
  a: readonly M[],
  b: readonly M[],
): readonly DifferingMarks<M>[] {
  const inA = sameInBoth(a, b);
  const inB = sameInBoth(b, a);
  const leftA = a.filter(({ id }) => !inA.has(id));
  const leftB = b.filter(({ id }) => !inB.has(id));
  const byId = new Map([...leftA, ...leftB].map((mark) => [mark.id, mark]));
  const tags = new Map<TagId, number>();
  const annotated = (mark: M): AnnotatedMark => annotate(mark, tags);
  const pairs = pairMarks({ marks: [leftA.map(annotated), leftB.map(annotated)] });
  return pairs.map((pair) => {
    const one = pair.a === null ? null : (byId.get(pair.a.id) ?? null);
    const other = pair.b === null ? null : (byId.get(pair.b.id) ?? null);
    const isClaimOfOne =
      one !== null && other !== null && carriesClaim(one) !== carriesClaim(other);
    const differs = isClaimOfOne ? [...pair.differs, 'claim' as const] : pair.differs;
    return { a: one, b: other, span: pair.span, differs };
  });
}

function annotate(mark: JudgedMark, tags: Map<TagId, number>): AnnotatedMark {
  return {
    id: mark.id,
    spans: mark.spans,
    tags: mark.tagIds.map((id) => {
      const index = tags.get(id) ?? tags.size;
      tags.set(id, index);
      return index;
    }),
    values: {
      // Kind and status belong to a claim and not to its mention; the table of claims compares those.
      kind: null,
      status: null,
      stance: mark.stance,
      credibility: mark.credibility,
      speaker: attributionOf(mark),
      claimId: mark.claimId,
    },
  };
}
