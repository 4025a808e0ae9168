import { X } from 'lucide-react';
import type { Check } from '../../shared/domain/claims/claim.ts';
import { api } from '../app/connect.ts';
import { notifyError } from '../app/overlays.ts';
import { useAnalystNames } from '../grades/use-grades.ts';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './Inspector.module.css';
import { SavedText } from './SavedText.tsx';

/** One entry of the checking log; it is to do until it has a result. */
export function ClaimCheck({ check }: { readonly check: Check }) {
  const names = useAnalystNames();
  const edit = (patch: Parameters<typeof api.claims.editCheck>[0]['patch']) =>
    api.claims.editCheck({ checkId: check.id, patch });
  const field = (name: string): string => `check/${check.id}/${name}`;
  const open = check.result === null;
  return (
    <li className={styles.card} aria-label={`Check: ${check.how}`}>
      <div className={styles.sectionHead}>
        <span className={open ? styles.todo : styles.done}>{open ? 'To do' : 'Done'}</span>
        <span className={styles.soft}>{names.get(check.analystId)}</span>
        <IconButton
          small
          icon={X}
          label={`Remove check: ${check.how}`}
          onClick={() => {
            api.claims.removeCheck({ checkId: check.id }).catch(notifyError);
          }}
        />
      </div>
      <SavedText
        name={field('how')}
        label="How"
        value={check.how}
        required="A check says how."
        onSave={async (how) => (await edit({ how: how ?? '' })).how}
      />
      <div className={styles.pair}>
        <SavedText
          name={field('against')}
          label="Against"
          value={check.against}
          onSave={async (against) => (await edit({ against })).against}
        />
        <SavedText
          name={field('checkedAt')}
          label="When"
          placeholder="2024-02-01"
          value={check.checkedAt}
          onSave={async (checkedAt) => (await edit({ checkedAt })).checkedAt}
        />
      </div>
      <SavedText
        name={field('result')}
        label="Result"
        lines="many"
        value={check.result}
        onSave={async (result) => (await edit({ result })).result}
      />
    </li>
  );
}
