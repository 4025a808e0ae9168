import type { SummaryRow } from '../../shared/contract/summaries.ts';
import type { SummaryId } from '../../shared/domain/ids.ts';
import type { CitationTarget } from '../../shared/domain/summaries/summary.ts';
import { api } from '../app/connect.ts';
import { notify, showDialog } from '../app/overlays.ts';
import { queryClient, read } from '../app/queries.ts';
import { createStore } from '../app/store.ts';
import { workspace } from '../app/workspace.ts';
import { ClaimPicker } from '../claims/ClaimPicker.tsx';
import { showExport } from '../exports/ExportDialog.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { commitSummary, openSummary } from './open-summary.ts';
import { freeTitle } from './summary-form.ts';

/** The summary whose title is wished to be written in; the title fulfils it once it is drawn. */
export const titleWish = createStore<{ readonly wanted: SummaryId | null }>({ wanted: null });

/** Moves to the title of the summary on the screen, with all of it selected. */
export function renameSummary(): void {
  titleWish.set({ wanted: workspace.get().summaryId });
}

/** Makes a summary without text and opens it at its title. */
export async function makeSummary(): Promise<void> {
  await create('Summary', false);
}

/** Makes a summary with a paragraph for each claim and opens it at its title. */
export async function makeSummaryFromClaims(): Promise<void> {
  if ((await api.claims.find({ query: '', limit: 1 })).length === 0) {
    notify('info', 'There is no claim yet. Mark one in a source first.');
    return;
  }
  await create('Summary of the claims', true);
}

async function create(wanted: string, fromClaims: boolean): Promise<void> {
  await commitSummary();
  const rows = await queryClient.fetchQuery(read('summaries', 'list', {}));
  const title = freeTitle(
    wanted,
    rows.map((row) => row.title),
  );
  const { id } = await api.summaries.create({ title, fromClaims });
  // The view shows what the list has.
  await queryClient.fetchQuery({ ...read('summaries', 'list', {}), staleTime: 0 });
  workspace.set({ view: 'summary', summaryId: id });
  renameSummary();
}

/** Asks whether a summary should go; that can be undone. */
export function askToRemoveSummary(row: SummaryRow): void {
  showDialog((close) => (
    <ConfirmDialog
      title="Remove this summary?"
      actionName="Remove"
      onConfirm={() => removeSummary(row)}
      onClose={close}
    >
      <p>“{row.title}” goes with its text. The claims and marks that it cites stay.</p>
      <p>This can be undone.</p>
    </ConfirmDialog>
  ));
}

async function removeSummary({ id, title }: SummaryRow): Promise<void> {
  await commitSummary();
  await api.summaries.remove({ summaryId: id });
  if (workspace.get().summaryId === id) workspace.set({ summaryId: null });
  notify('info', `“${title}” was removed.`);
}

/** Finds a claim by typing and cites it at the caret. */
export function pickCitation(): void {
  showDialog((close) => (
    <ClaimPicker
      title="Cite which claim?"
      onPick={(claimId) => {
        close();
        cite({ targetKind: 'claim', targetId: claimId });
      }}
      onClose={close}
    />
  ));
}

/** What the inspector shows that can be cited: the chosen claim, or the chosen mark. */
export function chosenTarget(): CitationTarget | null {
  const { inspectorTab, claimId, highlightId } = workspace.get();
  if (inspectorTab === 'claim' && claimId !== null) {
    return { targetKind: 'claim', targetId: claimId };
  }
  return highlightId === null ? null : { targetKind: 'highlight', targetId: highlightId };
}

/** Cites what the inspector shows, at the caret. */
export function citeChosen(): void {
  const target = chosenTarget();
  if (target !== null) cite(target);
}

function cite(target: CitationTarget): void {
  // A dialog gives the focus back after it closes; the text takes it then.
  setTimeout(() => openSummary.get().open?.editor.cite(target));
}

/** Opens the export of the summary on the screen, as it is on disk after this. */
export async function exportSummary(): Promise<void> {
  await commitSummary();
  showExport('md');
}
