import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Analyst } from '../../shared/domain/analyst.ts';
import type { AnalystId, SourceId, TagId } from '../../shared/domain/ids.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { notifyError } from '../app/overlays.ts';
import { read } from '../app/queries.ts';
import { useStore } from '../app/store.ts';
import { useTags } from '../tags/use-tags.ts';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './Agreement.module.css';
import { addToSummary, exportAgreement, type ComparedInput } from './agreement-actions.ts';
import { agreementChoice } from './agreement-store.ts';

/** Who is compared, on what, and the ways out: a table and a page of a summary. */
export function AgreementBar({
  analysts,
  compared,
  input,
}: {
  readonly analysts: readonly Analyst[];
  readonly compared: readonly Analyst[];
  readonly input: ComparedInput;
}) {
  const choice = useStore(agreementChoice, (state) => state);
  const { data: sources = [] } = useQuery(read('sources', 'list', {}));
  const { data: tags = [] } = useTags();
  const [busy, setBusy] = useState(false);
  const [one, other] = compared;
  const rest = analysts.filter(({ id }) => id !== one?.id && id !== other?.id);
  async function atWork(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  }
  const options = (these: readonly Analyst[]) => these.map(({ id, name }) => ({ value: id, name }));
  return (
    <div className={styles.bar}>
      <Select<AnalystId | ''>
        small
        hideLabel
        label="Compare"
        value={one?.id ?? ''}
        onValue={(first) => agreementChoice.set({ first, behind: null })}
        options={options(analysts)}
      />
      <Select<AnalystId | ''>
        small
        hideLabel
        label="With"
        value={other?.id ?? ''}
        onValue={(second) => agreementChoice.set({ second, first: one?.id ?? '', behind: null })}
        options={options(analysts.filter(({ id }) => id !== one?.id))}
      />
      {rest.length > 0 && (
        <Select<AnalystId | 'all' | ''>
          small
          hideLabel
          label="And"
          value={choice.others}
          onValue={(others) => agreementChoice.set({ others, behind: null })}
          options={[
            { value: '', name: 'Nobody else' },
            ...options(rest),
            ...(rest.length > 1 ? [{ value: 'all' as const, name: 'Everybody' }] : []),
          ]}
        />
      )}
      <Select<SourceId | ''>
        small
        hideLabel
        label="On"
        value={choice.sourceId}
        onValue={(sourceId) => agreementChoice.set({ sourceId })}
        options={[
          { value: '', name: 'All sources' },
          ...sources.map((source) => ({ value: source.id, name: sourceName(source) })),
        ]}
      />
      {tags.length > 0 && (
        <Select<TagId | ''>
          small
          hideLabel
          label="Tag"
          value={choice.tagId}
          onValue={(tagId) => agreementChoice.set({ tagId, scope: '' })}
          options={[
            { value: '', name: 'Every tag' },
            ...tags.map(({ id, path }) => ({ value: id, name: path })),
          ]}
        />
      )}
      <span className={styles.actions}>
        <Segmented
          label="Figures"
          hideLabel
          value={choice.show}
          onValue={(show) => agreementChoice.set({ show })}
          options={[
            { value: 'measures', name: 'Measures' },
            { value: 'source', name: 'Per source' },
            { value: 'month', name: 'Over time' },
          ]}
        />
        <Button
          small
          busy={busy}
          aria-label="Export as CSV…"
          onClick={() => void atWork(() => exportAgreement(input, choice.gamma))}
        >
          CSV…
        </Button>
        {canChangeProject() && (
          <Button
            small
            busy={busy}
            onClick={() => void atWork(() => addToSummary(input, choice.gamma))}
          >
            Add to a summary
          </Button>
        )}
      </span>
    </div>
  );
}
