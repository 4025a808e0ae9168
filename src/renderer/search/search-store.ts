import type { SearchHit } from '../../shared/contract/search.ts';
import { createStore } from '../app/store.ts';
import { showLeftTab } from '../app/panes.ts';
import { openPlace, showClaim, workspace } from '../app/workspace.ts';
import { queryClient, read } from '../app/queries.ts';
import { setFolded } from '../app/panes.ts';

/** Where a search looks. */
export const searchPlaces = ['text', 'claims', 'notes'] as const;
export type SearchPlace = (typeof searchPlaces)[number];

/** What is searched for; kept while another tab is open. `asked` counts requests to move the focus to the field. */
export const search = createStore<{
  readonly query: string;
  readonly place: SearchPlace;
  readonly regex: boolean;
  readonly withBoilerplate: boolean;
  readonly asked: number;
}>({ query: '', place: 'text', regex: false, withBoilerplate: false, asked: 0 });

/** Shows the search with its field ready to type in. */
export function openSearch(): void {
  showLeftTab('search');
  search.set({ asked: search.get().asked + 1 });
}

/** Opens the place that a search found. */
export async function openHit(hit: SearchHit): Promise<void> {
  if (hit.sourceId !== null && hit.highlightId === null) {
    openPlace(hit.sourceId, null, [hit.start, hit.end]);
  } else if (hit.highlightId !== null) {
    const mark = await queryClient.fetchQuery(
      read('highlights', 'get', { highlightId: hit.highlightId }),
    );
    openPlace(mark.sourceId, mark.id);
  } else if (hit.claimId !== null) {
    showClaim(hit.claimId);
    workspace.set({ view: 'claims' });
    setFolded('right', false);
  }
}
