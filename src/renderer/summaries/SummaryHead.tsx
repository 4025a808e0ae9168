import { ShieldAlert } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { SummaryRow } from '../../shared/contract/summaries.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { api } from '../app/connect.ts';
import { useStore } from '../app/store.ts';
import { HandlingField } from '../claims/HandlingField.tsx';
import { useDraft } from '../claims/use-draft.ts';
import { Button } from '../ui/Button.tsx';
import { Popover } from '../ui/Popover.tsx';
import { openSummary } from './open-summary.ts';
import { titleWish } from './summary-actions.tsx';
import styles from './Summary.module.css';

/** The title and the handling marking above a summary's text; both save by themselves. */
export function SummaryHead({ row }: { readonly row: SummaryRow }) {
  return (
    <header className={styles.head}>
      <Title row={row} />
      <Handling row={row} />
    </header>
  );
}

function Title({ row }: { readonly row: SummaryRow }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const wanted = useStore(titleWish, (state) => state.wanted === row.id);
  const [state, draft] = useDraft<string>(`summary/${row.id}/title`, row.title, {
    same: (a, b) => tidy(a) === tidy(b),
    missing: (title) => (tidy(title) === '' ? 'A summary needs a title.' : null),
    save: async (title) =>
      (await api.summaries.save({ summaryId: row.id, title: tidy(title) })).title,
    rebase: (current) => current,
  });
  useEffect(() => {
    if (!wanted) return;
    titleWish.set({ wanted: null });
    field.current?.focus();
    field.current?.select();
  }, [wanted]);
  function keyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    openSummary.get().open?.editor.focus();
  }
  const problem = state.problem === null ? null : `Not saved: ${state.problem}`;
  return (
    <>
      <textarea
        ref={field}
        className={styles.title}
        aria-label="Title of the summary"
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : 'summary-title-problem'}
        rows={1}
        spellCheck={false}
        readOnly={!canChangeProject()}
        value={state.value}
        onChange={(event) => draft.change(event.target.value.replaceAll('\n', ' '))}
        onFocus={draft.focus}
        onBlur={() => void draft.blur()}
        onKeyDown={keyDown}
      />
      <p id="summary-title-problem" className={styles.problem} aria-live="polite">
        {problem}
      </p>
    </>
  );
}

function tidy(title: string): string {
  return title.replace(/\s+/g, ' ').trim();
}

function Handling({ row }: { readonly row: SummaryRow }) {
  if (!canChangeProject()) {
    return row.handling === null ? null : <p className={styles.handling}>{row.handling}</p>;
  }
  return (
    <div className={styles.marking}>
      <Popover
        label="Handling of the summary"
        trigger={
          <Button small variant="quiet" icon={ShieldAlert}>
            {row.handling ?? 'No handling marking'}
          </Button>
        }
      >
        <HandlingField
          name={`summary/${row.id}/handling`}
          value={row.handling}
          onSave={async (handling) =>
            (await api.summaries.save({ summaryId: row.id, handling })).handling
          }
        />
      </Popover>
    </div>
  );
}
