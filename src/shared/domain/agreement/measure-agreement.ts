import { alphaUnitizing, gatherUnits } from './alpha-unitizing.ts';
import type { Comparison } from './annotated-source.ts';
import {
  addUp,
  addUpDrawn,
  drawnSources,
  drawSources,
  intervalOf,
  type DrawnSources,
  type Interval,
  type Resamples,
} from './bootstrap.ts';
import { alphaOfCoincidences, nominalDifference, ordinalDifference } from './coefficients.ts';
import { gammaOf } from './gamma.ts';
import { countJudgements, judgedFields, pairMentions } from './judged-values.ts';
import { alphaOfSets, countLabelSets, stepsOfSets } from './label-sets.ts';
import type { Measure } from './measure.ts';
import { scopeMeasures } from './scope-measures.ts';
import { countScope, figures, table, type Scope } from './scope-statistics.ts';

/** How the figures are made sure of. */
export interface AgreementOptions {
  /** The same seed gives the same intervals and the same γ. */
  readonly seed: number;
  /** Resamples of the bootstrap. */
  readonly resamples: number;
  /** γ takes far longer than all the others. */
  readonly withGamma: boolean;
}

/** Fewer sources than this give no γ. */
export const leastSourcesForGamma = 10;

/** Numbers that are gone through for the interval of one α; beyond, fewer resamples are drawn. */
const mostSteps = 4_000_000;
const leastResamples = 200;

const nothingVaries = 'nothing varies';

/**
 * Every measure of a comparison, for all marks and for each tag in use, each with its units, sources, interval and
 * where to look for what lies behind. Without a shared source there is none.
 */
export function measureAgreement(comparison: Comparison, options: AgreementOptions): Measure[] {
  const { sources, tags } = comparison;
  if (sources.length === 0) return [];
  const resamples = drawSources(sources.length, options.resamples, options.seed);
  const drawn = drawnSources(resamples);
  const used = new Set(sources.flatMap(({ marks }) => marks.flat().flatMap((mark) => mark.tags)));
  const scopes: Scope[] = [null, ...tags.flatMap((_, tag) => (used.has(tag) ? [tag] : []))];
  return [
    ...scopes.flatMap((scope) => measureScope(comparison, scope, resamples, drawn)),
    measureSets(comparison, resamples),
    ...measureJudgements(comparison, resamples),
    ...(options.withGamma ? [measureGamma(comparison, options.seed)] : []),
  ];
}

function measureScope(
  comparison: Comparison,
  scope: Scope,
  resamples: Resamples,
  drawnOf: readonly DrawnSources[],
): Measure[] {
  const analysts = comparison.analysts.length;
  const counts = countScope(comparison.sources, analysts, scope);
  const sums = addUp(counts.rows);
  const definitions = scopeMeasures(analysts);
  const drawn = definitions.map((): (number | null)[] => []);
  for (const each of drawnOf) {
    const resampled = addUpDrawn(counts.rows, each);
    definitions.forEach(({ value }, index) => drawn[index]?.push(value(resampled)));
  }
  const shared = { tag: scope === null ? null : (comparison.tags[scope] ?? null) };
  const measures = definitions.map((definition, index) =>
    measure(comparison, {
      ...shared,
      ...definition.fields,
      value: definition.value(sums),
      why: definition.why,
      n: definition.n(sums),
      interval: intervalOf(drawn[index] ?? [], comparison.sources.length),
      resamples: resamples.length,
      table:
        definition.fields.measure === 'kappa'
          ? table(sums, definition.fields.unit === 'sentence' ? 'sentences' : 'characters')
          : null,
    }),
  );
  const unitized = gatherUnits(counts.unitized, analysts);
  const steps = unitized.steps + 1;
  const some = affordable(resamples, steps);
  return [
    ...measures,
    measure(comparison, {
      ...shared,
      measure: 'alpha-u',
      unit: 'character',
      view: 'character',
      value: alphaUnitizing(unitized, new Uint16Array(comparison.sources.length).fill(1)),
      why: nothingVaries,
      n: figures.characters(sums),
      interval: intervalOf(
        some.map((weights) => alphaUnitizing(unitized, weights)),
        comparison.sources.length,
      ),
      resamples: some.length,
    }),
  ];
}

function measureSets(comparison: Comparison, resamples: Resamples): Measure {
  const sets = countLabelSets(comparison.sources, comparison.analysts.length);
  const some = affordable(resamples, stepsOfSets(sets));
  return measure(comparison, {
    measure: 'alpha',
    unit: 'character',
    metric: 'set',
    field: 'tags',
    view: 'tags',
    value: alphaOfSets(sets),
    why: sets.likeness === null ? 'there are too many different sets of tags' : nothingVaries,
    n: comparison.sources.reduce((sum, { length }) => sum + length, 0),
    interval: intervalOf(
      some.map((weights) => alphaOfSets(sets, weights)),
      comparison.sources.length,
    ),
    resamples: some.length,
  });
}

function measureJudgements(comparison: Comparison, resamples: Resamples): Measure[] {
  const { sources, analysts } = comparison;
  const pairs = analysts.length === 2 ? sources.map(pairMentions) : sources.map(() => []);
  return judgedFields.flatMap(({ field, isOrdinal }) => {
    if (field !== 'reliability' && analysts.length !== 2) return [];
    const counted = countJudgements(sources, pairs, field);
    const size = counted.values.length;
    const metrics = isOrdinal ? (['nominal', 'ordinal'] as const) : (['nominal'] as const);
    return metrics.map((metric) => {
      const difference = metric === 'ordinal' ? ordinalDifference : nominalDifference;
      const alpha = (sums: Float64Array) => alphaOfCoincidences(sums, size, difference);
      return measure(comparison, {
        measure: 'alpha',
        unit: field === 'reliability' ? 'source' : 'mention',
        matching: field === 'reliability' ? null : 'overlap',
        metric,
        field,
        view: field,
        value: alpha(addUp(counted.rows)),
        why: counted.n === 0 ? 'nothing was judged by both' : nothingVaries,
        n: counted.n,
        sources: counted.rows.owners.length,
        interval: intervalOf(
          resamples.map((weights) => alpha(addUp(counted.rows, weights))),
          counted.rows.owners.length,
        ),
        resamples: resamples.length,
      });
    });
  });
}

function measureGamma(comparison: Comparison, seed: number): Measure {
  const { sources, analysts } = comparison;
  const isPossible = analysts.length === 2 && sources.length >= leastSourcesForGamma;
  const units = sources.map(({ length, marks }) => {
    const [a = [], b = []] = marks.map((list) =>
      list.map(({ spans, tags }) => ({
        span: [spans[0]?.[0] ?? 0, spans.at(-1)?.[1] ?? 0] as const,
        tags,
      })),
    );
    return { length, units: [a, b] as const };
  });
  return measure(comparison, {
    measure: 'gamma',
    unit: 'highlight',
    view: 'overlap',
    value: isPossible ? gammaOf(units, seed) : null,
    why:
      analysts.length !== 2
        ? 'it is measured between two analysts'
        : isPossible
          ? nothingVaries
          : `there are fewer than ${leastSourcesForGamma} shared sources`,
    n: sources.reduce((sum, { marks }) => sum + marks.flat().length, 0),
    interval: null,
    resamples: 0,
  });
}

/** As many resamples as can be gone through in a moment, and always enough for an interval. */
function affordable(resamples: Resamples, steps: number): Resamples {
  return resamples.slice(0, Math.max(leastResamples, Math.floor(mostSteps / steps)));
}

type Given = Pick<Measure, 'measure' | 'unit' | 'view' | 'value' | 'why' | 'n'> &
  Partial<Measure> & { readonly interval: Interval | null };

function measure(comparison: Comparison, given: Given): Measure {
  return {
    matching: null,
    metric: null,
    field: null,
    tag: null,
    sources: comparison.sources.length,
    resamples: 0,
    table: null,
    ...given,
    why: given.value === null ? given.why : null,
    interval: given.value === null ? null : given.interval,
  };
}
