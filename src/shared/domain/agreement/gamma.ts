import type { Span } from '../highlights/span.ts';
import { matchAtLeastCost } from './least-cost.ts';
import { seededRandom, type Random } from './seeded-random.ts';

/** A unit of the continuum: its extent (UTF-16 code units) and its tags. */
export interface GammaUnit {
  readonly span: Span;
  readonly tags: readonly number[];
}

/** The two analysts' units on one source. */
export interface GammaSource {
  readonly length: number;
  readonly units: readonly [a: readonly GammaUnit[], b: readonly GammaUnit[]];
}

/** The cost of a unit that has no partner; the dissimilarities are in multiples of it. */
const alone = 1;

/** How often the units are laid anew by chance for the expected disorder (Mathet and others use 30 at first). */
const samples = 30;

/**
 * γ of two analysts (Mathet, Widlöcher and Métivier, Computational Linguistics 41, 2015, 437–479): 1 − the disorder
 * of the best alignment over that of chance. Dissimilarity is positional (their equation 4) and by category (0 or 1),
 * both with weight 1. Chance turns each analyst's units around the source by a random distance, as in their section
 * 5.2, seeded. Costs of sources are added up. Null where chance gives no disorder.
 */
export function gammaOf(sources: readonly GammaSource[], seed: number): number | null {
  const random = seededRandom(seed);
  let observed = 0;
  let expected = 0;
  for (const source of sources) {
    observed += disorder(source.units[0], source.units[1]);
    for (let sample = 0; sample < samples; sample += 1) {
      expected += disorder(turned(source, random), turned(source, random)) / samples;
    }
  }
  return expected === 0 ? null : 1 - observed / expected;
}

/** The least cost of aligning two lists of units: Σ over pairs and lonely units. */
export function disorder(a: readonly GammaUnit[], b: readonly GammaUnit[]): number {
  const costs: { a: number; b: number; cost: number }[] = [];
  const sorted = b
    .map((unit, index) => ({ unit, index }))
    .toSorted((one, other) => one.unit.span[0] - other.unit.span[0]);
  const longest = Math.max(0, ...b.map(({ span }) => span[1] - span[0]));
  a.forEach((unit, index) => {
    // Farther apart than this, two units cost more together than alone (from the positional term).
    const reach = Math.SQRT2 * (unit.span[1] - unit.span[0] + longest);
    for (let at = firstFrom(sorted, unit.span[0] - reach); at < sorted.length; at += 1) {
      const other = sorted[at];
      if (other === undefined || other.unit.span[0] > unit.span[0] + reach) break;
      const cost = dissimilarity(unit, other.unit);
      if (cost < 2 * alone) costs.push({ a: index, b: other.index, cost });
    }
  });
  return matchAtLeastCost(a.length, b.length, costs, alone);
}

/** The combined dissimilarity of two units. */
export function dissimilarity(a: GammaUnit, b: GammaUnit): number {
  const apart = Math.abs(a.span[0] - b.span[0]) + Math.abs(a.span[1] - b.span[1]);
  const lengths = a.span[1] - a.span[0] + b.span[1] - b.span[0];
  const positional = (apart / lengths) ** 2;
  const categorical = sameTags(a.tags, b.tags) ? 0 : 1;
  return (positional + categorical) * alone;
}

function sameTags(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((tag) => b.includes(tag));
}

/** One analyst's units, whichever it be, moved around the source as if its end met its beginning. */
function turned({ length, units }: GammaSource, random: Random): GammaUnit[] {
  const drawn = random() < 0.5 ? units[0] : units[1];
  const distance = Math.floor(random() * length);
  return drawn.map(({ span, tags }) => {
    const start = (span[0] + distance) % length;
    return { span: [start, start + span[1] - span[0]], tags };
  });
}

function firstFrom(sorted: readonly { readonly unit: GammaUnit }[], start: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.unit.span[0] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
