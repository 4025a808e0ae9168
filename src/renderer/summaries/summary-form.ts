import type { CitationCard } from '../../shared/contract/summaries.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import {
  citationText,
  numberRanges,
  numberSources,
} from '../../shared/domain/summaries/number-sources.ts';
import type { CitationTarget } from '../../shared/domain/summaries/summary.ts';
import { targetKey, type CitationLabel } from '../editor/citation-labels.ts';

/** A title that no summary has yet: the wanted one, or with the first free number behind it. */
export function freeTitle(wanted: string, taken: readonly string[]): string {
  let title = wanted;
  for (let number = 2; taken.includes(title); number += 1) title = `${wanted} ${number}`;
  return title;
}

/** Each target once, in order of first appearance. */
export function distinctTargets(targets: readonly CitationTarget[]): CitationTarget[] {
  return [...new Map(targets.map((target) => [targetKey(target), target] as const)).values()];
}

/** What a text's citations show and rest on. */
export interface ShownCitations {
  readonly labels: ReadonlyMap<string, CitationLabel>;
  readonly cards: ReadonlyMap<string, CitationCard>;
  /** The numbered source list: number n stands at index n − 1. */
  readonly sourceIds: readonly SourceId[];
}

/** Labels a text's citations, which are given in order, by what is known of them; one that is not known yet has no label. */
export function showCitations(
  citations: readonly CitationTarget[],
  known: readonly CitationCard[],
): ShownCitations {
  const cards = new Map(known.map((card) => [targetKey(card), card] as const));
  const present = citations.flatMap((target) => cards.get(targetKey(target)) ?? []);
  const { sourceIds, numbers } = numberSources(present);
  const labels = new Map(
    present.map((card, index) => [targetKey(card), labelFor(card, numbers[index] ?? [])] as const),
  );
  return { labels, cards, sourceIds };
}

function labelFor(card: CitationCard, numbers: readonly number[]): CitationLabel {
  const text = citationText(card.found, numbers);
  const words = citedWords(card);
  if (!card.found) {
    return { text, description: 'Citation of something removed', state: 'removed' };
  }
  if (numbers.length === 0) {
    return {
      text,
      description: `Citation of a claim that no source says: ${words}`,
      state: 'unsupported',
    };
  }
  const description = [`Citation ${numberRanges(numbers)}: ${words}`, placeWords(card)];
  return { text, description: description.filter(Boolean).join(' – '), state: 'held' };
}

/** What is cited, in words: the claim's statement, otherwise the quote. */
export function citedWords(card: CitationCard): string {
  return card.statement ?? (card.quote === null ? '' : `“${card.quote}”`);
}

/** The source and the outlet where a citation's first place stands. */
export function placeWords(card: CitationCard): string {
  return [card.sourceTitle, card.outlet].filter(Boolean).join(', ');
}
