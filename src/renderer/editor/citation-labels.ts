import type { CitationTarget } from '../../shared/domain/summaries/summary.ts';
import { createStore, type Store } from '../app/store.ts';

/** What a citation shows in the text and says to a screen reader. */
export interface CitationLabel {
  /** Such as `[1, 3]`. */
  readonly text: string;
  /** Such as `Citation 1: the statement. The source's title, the outlet`. */
  readonly description: string;
  /** `removed`: what it cites is gone; `unsupported`: no source says it any more. */
  readonly state: 'held' | 'unsupported' | 'removed';
}

/** The labels of a text's citations by the key of their target; a target that is not there yet is on its way. */
export type CitationLabels = Store<{ readonly byTarget: ReadonlyMap<string, CitationLabel> }>;

/** Labels with none in them. */
export function createCitationLabels(): CitationLabels {
  return createStore<{ readonly byTarget: ReadonlyMap<string, CitationLabel> }>({
    byTarget: new Map(),
  });
}

/** One text for one target, to find it again. */
export function targetKey({ targetKind, targetId }: CitationTarget): string {
  return `${targetKind} ${targetId}`;
}

const onItsWay: CitationLabel = { text: '[…]', description: 'Citation', state: 'held' };

/** The label of a target as it is known now. */
export function labelOf(labels: CitationLabels, target: CitationTarget): CitationLabel {
  return labels.get().byTarget.get(targetKey(target)) ?? onItsWay;
}
