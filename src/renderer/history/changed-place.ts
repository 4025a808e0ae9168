import type { ChangeRow } from '../../shared/contract/history.ts';
import type { RecordKind } from '../../shared/domain/changes/record.ts';
import type { ClaimId, HighlightId, SourceId, SummaryId } from '../../shared/domain/ids.ts';
import { AttestError } from '../../shared/contract/errors.ts';
import { notify } from '../app/overlays.ts';
import { setFolded } from '../app/panes.ts';
import { queryClient, read } from '../app/queries.ts';
import { openPlace, openSource, showClaim, workspace } from '../app/workspace.ts';

/** The object that a change is shown by. */
type Place = NonNullable<ChangeRow['first']>;

const kindsWithPlace: readonly RecordKind[] = [
  'source',
  'highlight',
  'claim',
  'summary',
  'tag',
  'actor',
  'origin',
];

/** Whether the window has a place for objects of this kind. */
export function canOpenPlace({ kind }: Place): boolean {
  return kindsWithPlace.includes(kind);
}

/** Opens the object that a change was about; says so where it is gone. */
export async function openChangedPlace({ kind, id }: Place): Promise<void> {
  try {
    await open(kind, id);
  } catch (error) {
    if (error instanceof AttestError && error.code === 'not-found') {
      notify('info', 'What this was about is not there any more.');
    } else throw error;
  }
}

async function open(kind: RecordKind, id: string): Promise<void> {
  if (kind === 'source') {
    const source = await queryClient.fetchQuery(
      read('sources', 'get', { sourceId: id as SourceId }),
    );
    openSource(source.id);
  } else if (kind === 'highlight') {
    const mark = await queryClient.fetchQuery(
      read('highlights', 'get', { highlightId: id as HighlightId }),
    );
    openPlace(mark.sourceId, mark.id);
  } else if (kind === 'claim') {
    await queryClient.fetchQuery(read('claims', 'get', { claimId: id as ClaimId }));
    showClaim(id as ClaimId);
    setFolded('right', false);
  } else if (kind === 'summary') {
    await queryClient.fetchQuery(read('summaries', 'get', { summaryId: id as SummaryId }));
    workspace.set({ view: 'summary', summaryId: id as SummaryId });
  } else if (kind === 'tag') {
    workspace.set({ inspectorTab: 'tags' });
    setFolded('right', false);
  } else if (kind === 'actor' || kind === 'origin') {
    workspace.set({ inspectorTab: 'actors' });
    setFolded('right', false);
  }
}
