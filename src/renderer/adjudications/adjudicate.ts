import type { Mixture, Settlement } from '../../shared/contract/adjudications.ts';
import type { ClaimId, SourceId } from '../../shared/domain/ids.ts';
import { api } from '../app/connect.ts';
import { announce } from '../app/overlays.ts';
import { revealInspector } from '../claims/focus-request.ts';
import { openPlace, showClaim, workspace } from '../app/workspace.ts';
import { overviewLayersOf } from '../overview/overview-layers.ts';
import { settlementNames } from './adjudication-form.ts';
import {
  adjudication,
  chosenStep,
  isOfGrades,
  keyOfStep,
  type Step,
} from './adjudication-store.ts';

/** Settles the disagreement that is looked at, and goes on to the next. */
export async function settle(settlement: Settlement, mixture?: Mixture): Promise<void> {
  const step = chosenStep();
  if (step === null || !canSettle(step, settlement)) return;
  const { reason } = adjudication.get();
  const why = reason.trim() === '' ? {} : { reason };
  // The way on is found in the list as it is now: what is settled may leave it.
  const next = besideStep(step, 1);
  if (isOfGrades(step)) {
    if (settlement === 'both' || settlement === 'edit') return;
    await api.adjudications.settleGrade({ a: step.a.id, b: step.b.id, settlement, ...why });
  } else {
    await api.adjudications.settle({
      a: step.a?.id ?? null,
      b: step.b?.id ?? null,
      settlement,
      ...(mixture === undefined ? {} : { mixture }),
      ...why,
    });
  }
  adjudication.set({ reason: '', ...(next === null ? {} : { chosenKey: keyOfStep(next) }) });
  announce(`Settled: ${settlementNames[settlement].toLowerCase()}`);
}

/** A version that nobody made cannot stand, and of two grades one can. */
function canSettle(step: Step, settlement: Settlement): boolean {
  if (settlement === 'a' || settlement === 'b') return step[settlement] !== null;
  return settlement === 'neither' || (step.a !== null && step.b !== null);
}

function besideStep(step: Step, by: 1 | -1): Step | null {
  const { steps } = adjudication.get();
  const at = steps.findIndex((each) => keyOfStep(each) === keyOfStep(step));
  return steps[at + by] ?? null;
}

/** Goes to the next or the previous disagreement. */
export function goTo(by: 1 | -1): void {
  const step = chosenStep();
  const next = step === null ? null : besideStep(step, by);
  if (next !== null) adjudication.set({ chosenKey: keyOfStep(next) });
}

/** Opens the place in the reader; the strip beside the text shows every open disagreement of its source. */
export function showInSource(): void {
  const step = chosenStep();
  if (step === null) return;
  if (isOfGrades(step)) return showGraded(step.target);
  const conflicts = adjudication
    .get()
    .steps.flatMap((each) =>
      !isOfGrades(each) && each.sourceId === step.sourceId && each.settlement === null
        ? [each.span]
        : [],
    );
  overviewLayersOf(step.sourceId).set({ conflicts });
  openPlace(step.sourceId, step.a?.id ?? step.b?.id ?? null, step.span);
}

function showGraded({
  kind,
  id,
}: {
  readonly kind: 'source' | 'actor' | 'claim';
  readonly id: string;
}): void {
  if (kind === 'source') openPlace(id as SourceId, null);
  else if (kind === 'claim') showClaim(id as ClaimId);
  else workspace.set({ inspectorTab: 'actors' });
  if (kind !== 'source') revealInspector();
}

/** Asks which parts of the two versions the agreed mark should have. */
export async function editChosen(): Promise<void> {
  const { showMix } = await import('./MixDialog.tsx');
  showMix();
}
