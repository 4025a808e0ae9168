import { useState, type FormEvent } from 'react';
import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { ClaimId } from '../../shared/domain/ids.ts';
import { api } from '../app/connect.ts';
import { notifyError, showDialog } from '../app/overlays.ts';
import { showClaim } from '../app/workspace.ts';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { ClaimPicker } from './ClaimPicker.tsx';
import styles from './Inspector.module.css';
import { Section } from './Section.tsx';
import { hasUnsent, useUnsent } from './use-unsent.ts';

/** The claim that a mark carries, or the ways to give it one. */
export function MarkClaim({ mark }: { readonly mark: MarkRow }) {
  const [making, setMaking] = useState(() => hasUnsent(draftName(mark)));
  const { claimId } = mark;
  const attach = (next: ClaimId | null): void => {
    api.highlights.edit({ highlightId: mark.id, patch: { claimId: next } }).catch(notifyError);
  };
  const pick = (): void =>
    showDialog((close) => (
      <ClaimPicker
        onPick={(picked) => {
          close();
          attach(picked);
        }}
        onClose={close}
      />
    ));
  return (
    <Section
      title="Claim"
      actions={
        <>
          {claimId === null && !making && (
            <Button small onClick={() => setMaking(true)}>
              New claim…
            </Button>
          )}
          <Button small variant="quiet" onClick={pick}>
            {claimId === null ? 'Same as…' : 'Change…'}
          </Button>
          {claimId !== null && (
            <Button small variant="quiet" onClick={() => attach(null)}>
              Detach
            </Button>
          )}
        </>
      }
    >
      {claimId !== null ? (
        <button type="button" className={styles.itemText} onClick={() => showClaim(claimId)}>
          <span className={styles.statement} dir="auto">
            {mark.statement}
          </span>
        </button>
      ) : making ? (
        <MakeClaim mark={mark} onClose={() => setMaking(false)} />
      ) : (
        <p className={styles.soft}>This mark carries no claim.</p>
      )}
    </Section>
  );
}

function draftName(mark: MarkRow): string {
  return `mark/${mark.id}/new-claim`;
}

function MakeClaim({ mark, onClose }: { readonly mark: MarkRow; readonly onClose: () => void }) {
  const [statement, setStatement, forget] = useUnsent(draftName(mark), '');
  const [problem, setProblem] = useState<string | null>(null);
  function close(): void {
    forget();
    onClose();
  }
  async function make(event: FormEvent): Promise<void> {
    event.preventDefault();
    const tidied = statement.replace(/\s+/g, ' ').trim();
    if (tidied === '') {
      setProblem('Say the claim in your own words.');
      return;
    }
    try {
      await api.highlights.makeClaim({ highlightId: mark.id, claim: { statement: tidied } });
      close();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }
  return (
    <form className={styles.section} noValidate onSubmit={(event) => void make(event)}>
      <TextArea
        label="Statement"
        hint="One that can be true or false"
        rows={2}
        value={statement}
        error={problem}
        onText={setStatement}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the analyst just asked for this field
        autoFocus
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <div className={styles.row}>
        <Button small type="submit" variant="primary">
          Make claim
        </Button>
        <Button small onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
