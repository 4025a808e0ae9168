import type { AdjudicationStep, Mixture, Settlement } from '../../shared/contract/adjudications.ts';
import { api } from '../app/connect.ts';
import { announce } from '../app/overlays.ts';
import { openPlace } from '../app/workspace.ts';
import { overviewLayersOf } from '../overview/overview-layers.ts';
import { settlementNames } from './adjudication-form.ts';
import { adjudication, chosenStep, keyOfStep } from './adjudication-store.ts';

/** Settles the disagreement that is looked at, and goes on to the next. */
export async function settle(settlement: Settlement, mixture?: Mixture): Promise<void> {
  const step = chosenStep();
  if (step === null) return;
  const { reason } = adjudication.get();
  // The way on is found in the list as it is now: what is settled may leave it.
  const next = besideStep(step, 1);
  await api.adjudications.settle({
    a: step.a?.id ?? null,
    b: step.b?.id ?? null,
    settlement,
    ...(mixture === undefined ? {} : { mixture }),
    ...(reason.trim() === '' ? {} : { reason }),
  });
  adjudication.set({ reason: '', ...(next === null ? {} : { chosenKey: keyOfStep(next) }) });
  announce(`Settled: ${settlementNames[settlement].toLowerCase()}`);
}

function besideStep(step: AdjudicationStep, by: 1 | -1): AdjudicationStep | null {
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
  const conflicts = adjudication
    .get()
    .steps.flatMap(({ sourceId, span, settlement }) =>
      sourceId === step.sourceId && settlement === null ? [span] : [],
    );
  overviewLayersOf(step.sourceId).set({ conflicts });
  openPlace(step.sourceId, step.a?.id ?? step.b?.id ?? null, step.span);
}

/** Asks which parts of the two versions the agreed mark should have. */
export async function editChosen(): Promise<void> {
  const step = chosenStep();
  if (step?.a == null || step.b === null) return;
  const { showMix } = await import('./MixDialog.tsx');
  showMix();
}
