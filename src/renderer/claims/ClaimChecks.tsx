import { useState, type FormEvent } from 'react';
import type { ClaimDetail } from '../../shared/contract/claims.ts';
import { api } from '../app/connect.ts';
import { notifyError } from '../app/overlays.ts';
import { Button } from '../ui/Button.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { ClaimCheck } from './ClaimCheck.tsx';
import { useFocusWish } from './focus-request.ts';
import styles from './Inspector.module.css';
import { Section } from './Section.tsx';
import { hasUnsent, useUnsent } from './use-unsent.ts';

const originNotHeld = 'Origin not held';

/** The checking log of a claim: what was checked and what is still to do. */
export function ClaimChecks({ detail }: { readonly detail: ClaimDetail }) {
  const [adding, setAdding] = useState(() => hasUnsent(`claim/${detail.claim.id}/new-check`));
  useFocusWish('check', () => setAdding(true));
  const { claim, checks } = detail;
  async function add(how: string): Promise<void> {
    await api.claims.addCheck({
      claimId: claim.id,
      check: { how, against: null, checkedAt: null, result: null },
    });
  }
  const missesOrigin = !checks.some((check) => check.how === originNotHeld);
  return (
    <Section
      title="Checks"
      count={checks.length}
      actions={
        <>
          {missesOrigin && (
            <Button
              small
              variant="quiet"
              onClick={() => void add(originNotHeld).catch(notifyError)}
            >
              Origin not held
            </Button>
          )}
          <Button small onClick={() => setAdding(true)}>
            Add check
          </Button>
        </>
      }
    >
      {adding && (
        <NewCheck
          name={`claim/${claim.id}/new-check`}
          onAdd={add}
          onClose={() => setAdding(false)}
        />
      )}
      {checks.length === 0 && !adding && (
        <p className={styles.soft}>Nothing was checked yet, and nothing is planned.</p>
      )}
      <ul className={styles.items} aria-label="Checks">
        {checks.map((check) => (
          <ClaimCheck key={check.id} check={check} />
        ))}
      </ul>
    </Section>
  );
}

function NewCheck({
  name,
  onAdd,
  onClose,
}: {
  readonly name: string;
  readonly onAdd: (how: string) => Promise<void>;
  readonly onClose: () => void;
}) {
  const [how, setHow, forget] = useUnsent(name, '');
  const [problem, setProblem] = useState<string | null>(null);
  function close(): void {
    forget();
    onClose();
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (how.trim() === '') {
      setProblem('Say how it is to be checked.');
      return;
    }
    try {
      await onAdd(how.trim());
      close();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }
  return (
    <form className={styles.card} noValidate onSubmit={(event) => void submit(event)}>
      <TextInput
        label="How to check"
        value={how}
        onText={setHow}
        error={problem}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the analyst just asked for this field
        autoFocus
      />
      <div className={styles.row}>
        <Button small type="submit" variant="primary">
          Add
        </Button>
        <Button small onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
