import { ArrowLeft, ListChecks } from 'lucide-react';
import type { SourceId } from '../../shared/domain/ids.ts';
import { useWorkspace, workspace, showClaim } from '../app/workspace.ts';
import { citationDrag } from '../editor/citation-drag.ts';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { EmptyState } from '../ui/States.tsx';
import { ClaimDetails } from './ClaimDetails.tsx';
import { countOf } from './count-words.ts';
import styles from './Inspector.module.css';
import { useClaim, useClaimList } from './use-claims.ts';

/** The chosen claim, or the claims of the open source to choose from. */
export function ClaimTab() {
  const claimId = useWorkspace((state) => state.claimId);
  const sourceId = useWorkspace((state) => state.sourceId);
  if (claimId !== null) return <ChosenClaim key={claimId} claimId={claimId} />;
  if (sourceId !== null) return <ClaimsOfSource sourceId={sourceId} />;
  return <NoClaims />;
}

function ChosenClaim({ claimId }: { readonly claimId: Parameters<typeof useClaim>[0] }) {
  const query = useClaim(claimId);
  return (
    <div className={styles.panel}>
      <div className={styles.back}>
        <Button
          small
          variant="quiet"
          icon={ArrowLeft}
          onClick={() => workspace.set({ claimId: null })}
        >
          Claims of this source
        </Button>
      </div>
      <Loaded query={query} busyLabel="Reading the claim">
        {(detail) => <ClaimDetails detail={detail} />}
      </Loaded>
    </div>
  );
}

function ClaimsOfSource({ sourceId }: { readonly sourceId: SourceId }) {
  const query = useClaimList({ sourceId });
  return (
    <Loaded query={query} busyLabel="Reading claims">
      {(claims) =>
        claims.length === 0 ? (
          <NoClaims />
        ) : (
          <div className={styles.panel}>
            <div className={styles.body}>
              <h3>{countOf(claims.length, 'claim')} in this source</h3>
              <ul className={styles.items}>
                {claims.map((claim) => (
                  <li key={claim.id} className={styles.item} {...citationDrag('claim', claim.id)}>
                    <button
                      type="button"
                      className={styles.itemText}
                      onClick={() => showClaim(claim.id)}
                    >
                      <span className={styles.statement} dir="auto">
                        {claim.statement}
                      </span>
                      <span className={styles.soft}>
                        {countOf(claim.mentions, 'mention')} in {countOf(claim.sources, 'source')}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          </div>
        )
      }
    </Loaded>
  );
}

function NoClaims() {
  return (
    <EmptyState icon={ListChecks} title="No claim is chosen">
      Select words in the reader and press C: the claim is a statement in your own words that can be
      true or false, and the words are its first mention.
    </EmptyState>
  );
}
