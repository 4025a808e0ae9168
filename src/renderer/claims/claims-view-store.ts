import type { ClaimId } from '../../shared/domain/ids.ts';
import { onEvent } from '../app/connect.ts';
import { createStore } from '../app/store.ts';
import type { ClaimSort } from './claims-table-form.ts';
import type { ClaimFilter } from './use-claims.ts';

interface ClaimsViewState {
  readonly filter: ClaimFilter;
  readonly sort: ClaimSort;
  /** The row that the keyboard is on. */
  readonly activeId: ClaimId | null;
  /** Where a selection of several rows began. */
  readonly anchorId: ClaimId | null;
  /** The rows that are chosen for an action on all of them. */
  readonly chosen: ReadonlySet<ClaimId>;
}

const untouched: ClaimsViewState = {
  filter: {},
  sort: null,
  activeId: null,
  anchorId: null,
  chosen: new Set(),
};

/** How the table of claims stands; kept while another view is open, forgotten with the project. */
export const claimsView = createStore<ClaimsViewState>(untouched);

onEvent((event) => {
  if (event.type === 'project') claimsView.set(untouched);
});
