import type { MergeChoice, MergeItem } from '../../shared/contract/merges.ts';
import { canChangeProject, hasProject } from '../app/commands/has-project.ts';
import { api, onEvent } from '../app/connect.ts';
import { announce, notify } from '../app/overlays.ts';
import { openReview } from '../reviews/review-place.ts';
import { filterItems, itemsOf, stepItem, withChoice } from './rehearsal-form.ts';
import { noRehearsal, rehearsal } from './rehearsal-store.ts';

const filters = [
  { name: 'Parcel or project', extensions: ['attest-parcel', 'attest'] },
  { name: 'All files', extensions: ['*'] },
];

let hears = false;

/** Follows the project for as long as the window lives: a rehearsal speaks of the project as it was. */
function hearOfChanges(): void {
  if (hears) return;
  hears = true;
  onEvent(({ type }) => {
    const { state } = rehearsal.get();
    if (type === 'project') rehearsal.set(noRehearsal);
    else if (type === 'changed' && state === 'ready') rehearsal.set({ stale: true });
  });
}

/** Asks for a parcel or a project and shows what merging it would do. */
export async function mergeChosen(): Promise<void> {
  const [path] = await api.window.choosePaths({
    title: 'Merge a parcel or project',
    what: 'file',
    filters,
  });
  if (path !== undefined) await rehearse(path);
}

/** Shows what merging a parcel or a project would do; nothing is changed. What was chosen before for the same file stays chosen. */
export async function rehearse(path: string): Promise<void> {
  if (!hasProject() || !canChangeProject()) {
    notify(
      'error',
      hasProject()
        ? 'Nothing can be merged: this project is open for reading only.'
        : 'Open the project first that this is to be merged into.',
    );
    return;
  }
  hearOfChanges();
  const before = rehearsal.get();
  const again = before.path === path && before.state === 'ready';
  rehearsal.set({
    ...noRehearsal,
    state: 'reading',
    path,
    ...(again ? { choices: before.choices, filter: before.filter } : {}),
  });
  openReview('merge');
  try {
    const report = await api.merges.rehearse({ path });
    if (rehearsal.get().path !== path) return;
    const items = itemsOf(report);
    const { filter } = rehearsal.get();
    const kept = items.find(({ id }) => id === before.chosenId);
    const chosen = kept ?? filterItems(items, filter)[0] ?? items[0];
    rehearsal.set({ state: 'ready', report, items, chosenId: chosen?.id ?? null, stale: false });
    announce(`Rehearsed: ${items.length.toLocaleString('en')} differences`);
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): void {
  const problem = error instanceof Error ? error.message : String(error);
  rehearsal.set({ state: 'failed', problem });
}

/** Chooses what is done with the item that is looked at, and goes on to the next. */
export function chooseAndGoOn(choice: MergeChoice): void {
  const item = chosenItem();
  if (item === null) return;
  choose([item], choice);
  step(1);
}

/** Chooses what is done with items. */
export function choose(items: readonly MergeItem[], choice: MergeChoice): void {
  rehearsal.set({ choices: withChoice(rehearsal.get().choices, items, choice) });
}

/** The item that is looked at. */
export function chosenItem(): MergeItem | null {
  const { items, chosenId } = rehearsal.get();
  return items.find(({ id }) => id === chosenId) ?? null;
}

/** Goes to the next or the previous item of those that are shown. */
export function step(by: 1 | -1): void {
  const { items, filter, chosenId } = rehearsal.get();
  const next = stepItem(filterItems(items, filter), chosenId, by);
  if (next !== null) rehearsal.set({ chosenId: next.id });
}

/** Merges as it was chosen: one step that can be taken back. */
export async function takeMerge(): Promise<void> {
  const { state, path, choices, stale } = rehearsal.get();
  if (state !== 'ready' || path === null) return;
  if (stale) {
    await rehearse(path);
    return;
  }
  rehearsal.set({ state: 'taking' });
  try {
    const report = await api.merges.take({
      path,
      otherwise: 'agreed',
      choices: Object.fromEntries(choices),
      withItems: false,
    });
    rehearsal.set({ state: 'done', report });
    announce(`Merged: ${report.taken.toLocaleString('en')} taken`);
  } catch (error) {
    fail(error);
  }
}

/** Puts the merge aside; the project is as it was, or as the merge left it. */
export function leaveMerge(): void {
  rehearsal.set(noRehearsal);
}
