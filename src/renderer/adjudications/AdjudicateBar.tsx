import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Adjudication, AdjudicationsApi } from '../../shared/contract/adjudications.ts';
import type { Analyst } from '../../shared/domain/analyst.ts';
import type { AnalystId, SourceId } from '../../shared/domain/ids.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { api } from '../app/connect.ts';
import { notify, notifyError } from '../app/overlays.ts';
import { read } from '../app/queries.ts';
import { useStore } from '../app/store.ts';
import { countOf } from '../claims/count-words.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './Adjudications.module.css';
import { adjudication, type Step } from './adjudication-store.ts';

/** Whose disagreements are settled, how far that has come, and what both say alike. */
export function AdjudicateBar({
  people,
  a,
  b,
  input,
  known,
  steps,
}: {
  readonly people: readonly Analyst[];
  readonly a: Analyst;
  readonly b: Analyst;
  readonly input: Parameters<AdjudicationsApi['walk']>[0];
  readonly known: Adjudication | null;
  /** All of the walk, also what is settled. */
  readonly steps: readonly Step[];
}) {
  const { sourceId, show } = useStore(adjudication, (state) => state);
  const { data: sources = [] } = useQuery(read('sources', 'list', {}));
  const [busy, setBusy] = useState(false);
  const options = (these: readonly Analyst[]) => these.map(({ id, name }) => ({ value: id, name }));
  const toTake = (known?.sources ?? []).reduce(
    (sum, { agreeing, takenOver }) => sum + agreeing - takenOver,
    0,
  );
  async function takeOver(): Promise<void> {
    setBusy(true);
    try {
      const { taken } = await api.adjudications.takeOver(input);
      notify('info', `${countOf(taken, 'mark')} taken over into the agreed layer.`);
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  }
  return (
    <div className={styles.bar}>
      <Select<AnalystId>
        small
        hideLabel
        label="First"
        value={a.id}
        onValue={(first) => adjudication.set({ first, second: '', chosenKey: null })}
        options={options(people)}
      />
      <Select<AnalystId>
        small
        hideLabel
        label="Second"
        value={b.id}
        onValue={(second) => adjudication.set({ first: a.id, second, chosenKey: null })}
        options={options(people.filter(({ id }) => id !== a.id))}
      />
      <Select<SourceId | ''>
        small
        hideLabel
        label="Source"
        value={sourceId}
        onValue={(next) => adjudication.set({ sourceId: next, chosenKey: null })}
        options={[
          { value: '', name: 'All sources' },
          ...sources.map((source) => ({ value: source.id, name: sourceName(source) })),
        ]}
      />
      <Select<'open' | 'all'>
        small
        hideLabel
        label="Show"
        value={show}
        onValue={(next) => adjudication.set({ show: next })}
        options={[
          { value: 'all', name: 'All' },
          { value: 'open', name: 'Open ones' },
        ]}
      />
      {steps.length > 0 && <ProgressOf steps={steps} />}
      {toTake > 0 && canChangeProject() && (
        <Button small busy={busy} onClick={() => void takeOver()}>
          Take over {countOf(toTake, 'mark')} that both made
        </Button>
      )}
    </div>
  );
}

function ProgressOf({ steps }: { readonly steps: readonly Step[] }) {
  const settled = steps.filter(({ settlement }) => settlement !== null).length;
  const words = `${settled.toLocaleString('en-GB')} of ${steps.length.toLocaleString('en-GB')} settled`;
  return (
    <span className={styles.progress}>
      <progress max={steps.length} value={settled} aria-label="Settled" />
      <span role="status">{words}</span>
    </span>
  );
}
