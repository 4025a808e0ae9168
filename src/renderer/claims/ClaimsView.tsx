import { ListChecks, Plus } from 'lucide-react';
import { useMemo } from 'react';
import type { ClaimRow } from '../../shared/contract/claims.ts';
import type { TagId } from '../../shared/domain/ids.ts';
import { useStore } from '../app/store.ts';
import { useWorkspace, workspace } from '../app/workspace.ts';
import { showTagClaims } from '../tags/tag-actions.tsx';
import { useTagsById } from '../tags/use-tags.ts';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { EmptyState } from '../ui/States.tsx';
import { showNewClaim, showRemoveClaims } from './claim-actions.tsx';
import { activeFilters } from './claims-filter-form.ts';
import { sortClaims } from './claims-table-form.ts';
import { claimsView } from './claims-view-store.ts';
import styles from './ClaimsView.module.css';
import { ClaimsFilters } from './ClaimsFilters.tsx';
import { ClaimsTable } from './ClaimsTable.tsx';
import { countOf } from './count-words.ts';
import { useClaimList } from './use-claims.ts';

/** The table of all claims of the project: narrowed, ordered, opened in the reader, removed and tagged. */
export function ClaimsView() {
  const filter = useStore(claimsView, (state) => state.filter);
  const sort = useStore(claimsView, (state) => state.sort);
  const query = useClaimList(filter);
  const tags = useTagsById();
  const rows = useMemo(
    () => sortClaims(query.data ?? [], sort, (tagId: TagId) => tags.get(tagId)?.path ?? ''),
    [query.data, sort, tags],
  );
  return (
    <div className={styles.view}>
      <ClaimsFilters />
      <Loaded query={query} busyLabel="Reading claims">
        {() =>
          rows.length > 0 ? (
            <>
              <Toolbar rows={rows} />
              <ClaimsTable rows={rows} tags={tags} />
            </>
          ) : (
            <Nothing filtered={activeFilters(filter).length > 0} />
          )
        }
      </Loaded>
    </div>
  );
}

function Toolbar({ rows }: { readonly rows: readonly ClaimRow[] }) {
  const chosenIds = useStore(claimsView, (state) => state.chosen);
  const chosen = rows.filter((row) => chosenIds.has(row.id));
  return (
    <div className={styles.toolbar}>
      <span className={styles.soft} role="status">
        {chosen.length > 1
          ? `${chosen.length} of ${countOf(rows.length, 'claim')} chosen`
          : countOf(rows.length, 'claim')}
      </span>
      <span className={styles.actions}>
        {chosen.length > 1 && (
          <>
            <Button small onClick={() => showTagClaims(chosen)}>
              Tag {chosen.length}…
            </Button>
            <Button small onClick={() => showRemoveClaims(chosen)}>
              Remove {chosen.length}…
            </Button>
          </>
        )}
        <Button small icon={Plus} onClick={showNewClaim}>
          New claim…
        </Button>
      </span>
    </div>
  );
}

function Nothing({ filtered }: { readonly filtered: boolean }) {
  const hasSource = useWorkspace((state) => state.sourceId !== null);
  if (filtered) {
    return (
      <EmptyState
        icon={ListChecks}
        title="No claim fits"
        actions={<Button onClick={() => claimsView.set({ filter: {} })}>Show all claims</Button>}
      >
        No claim of this project passes all the filters above.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={ListChecks}
      title="No claims yet"
      actions={
        <>
          {hasSource && (
            <Button variant="primary" onClick={() => workspace.set({ view: 'reader' })}>
              Go to the reader
            </Button>
          )}
          <Button onClick={showNewClaim}>New claim…</Button>
        </>
      }
    >
      A claim is a statement in your own words that can be true or false. Select words in the reader
      and press C to make one of them; press it on words of another source to add a second mention.
      Here you then see who says what, how often, and who contradicts it.
    </EmptyState>
  );
}
