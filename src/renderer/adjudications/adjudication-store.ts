import type { AdjudicationStep, GradeStep } from '../../shared/contract/adjudications.ts';
import type { AnalystId, SourceId } from '../../shared/domain/ids.ts';
import { createStore } from '../app/store.ts';
import { isReviewing } from '../reviews/review-place.ts';

/** A place of a text where two differ, or something that they graded otherwise. */
export type Step = AdjudicationStep | GradeStep;

/** Whether it is grades that differ, and no place of a text. */
export function isOfGrades(step: Step): step is GradeStep {
  return 'target' in step;
}

/** What the walk is about and where in it the analyst is; empty texts mean "all" or "not chosen yet". */
export interface AdjudicationPlace {
  readonly first: AnalystId | '';
  readonly second: AnalystId | '';
  readonly sourceId: SourceId | '';
  readonly show: 'open' | 'all';
  /** The steps that are shown, as the core gave them last. */
  readonly steps: readonly Step[];
  readonly chosenKey: string | null;
  /** Why the next settlement is made so. */
  readonly reason: string;
}

/** Kept for as long as the window lives; what is settled is in the project. */
export const adjudication = createStore<AdjudicationPlace>({
  first: '',
  second: '',
  sourceId: '',
  show: 'all',
  steps: [],
  chosenKey: null,
  reason: '',
});

/** What tells a step from the others. */
export function keyOfStep({ a, b }: Pick<Step, 'a' | 'b'>): string {
  return `${a?.id ?? ''} ${b?.id ?? ''}`;
}

/** The step that is looked at. */
export function chosenStep(): Step | null {
  const { steps, chosenKey } = adjudication.get();
  return steps.find((step) => keyOfStep(step) === chosenKey) ?? null;
}

/** Whether a place is looked at of which both made a version, so that there is something to put together. */
export function canBePutTogether(): boolean {
  const step = chosenStep();
  return step !== null && !isOfGrades(step) && step.a !== null && step.b !== null;
}

/** Whether a disagreement is on the screen, so that its keys count. */
export function isAdjudicating(): boolean {
  return isReviewing('adjudicate') && chosenStep() !== null;
}
