import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AgreementReport } from '../../shared/contract/agreement.ts';
import { measureText, measureTitle } from '../../shared/domain/agreement/measure-words.ts';
import type { Measure } from '../../shared/domain/agreement/measure.ts';
import { read } from '../app/queries.ts';
import { useStore } from '../app/store.ts';
import { SplitPane } from '../claims/SplitPane.tsx';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Select } from '../ui/Select.tsx';
import { EmptyState } from '../ui/States.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import styles from './Agreement.module.css';
import type { ComparedInput } from './agreement-actions.ts';
import { keyOfMeasure, measuresOf } from './agreement-form.ts';
import { agreementChoice } from './agreement-store.ts';
import { Disagreements } from './Disagreements.tsx';

/** Every figure of a comparison; choosing one lists the disagreements behind it. */
export function MeasureTable({
  input,
  names,
}: {
  readonly input: ComparedInput;
  readonly names: readonly string[];
}) {
  const gamma = useStore(agreementChoice, (state) => state.gamma);
  const behind = useStore(agreementChoice, (state) => state.behind);
  const report = useQuery(read('agreement', 'measure', { ...input, gamma }));
  return (
    <Loaded query={report} busyLabel={gamma ? 'Aligning units for γ' : 'Measuring'}>
      {(known) =>
        known.sources.length === 0 ? (
          <EmptyState title="No shared source">
            {names.join(' and ')} have not both worked on any of these sources, so there is no
            number.
          </EmptyState>
        ) : (
          <SplitPane
            name="agreement"
            upperPercent={55}
            upper={<Figures report={known} />}
            lower={
              behind === null ? null : (
                <Disagreements input={input} names={names} view={behind.view} tag={behind.tag} />
              )
            }
          />
        )
      }
    </Loaded>
  );
}

function Figures({ report }: { readonly report: AgreementReport }) {
  const { scope, gamma, behind } = useStore(agreementChoice, (state) => state);
  const shown = useMemo(() => measuresOf(report.measures, scope), [report, scope]);
  const tags = useMemo(
    () => [...new Set(report.measures.flatMap(({ tag }) => (tag === null ? [] : [tag])))],
    [report],
  );
  return (
    <div className={styles.figures}>
      <div className={styles.bar}>
        <Select<string>
          small
          hideLabel
          label="Figures of"
          value={scope}
          onValue={(next) => agreementChoice.set({ scope: next, behind: null })}
          options={[
            { value: '', name: 'All marks' },
            { value: 'every', name: 'All marks and every tag' },
            ...tags.map((tag) => ({ value: `=${tag}`, name: tag })),
          ]}
        />
        <span className="for-readers" role="status">
          {shown.length} figures on {report.sources.length}{' '}
          {report.sources.length === 1 ? 'source' : 'sources'}, with 95 % intervals
        </span>
        {!gamma && (
          <Button small onClick={() => agreementChoice.set({ gamma: true })}>
            Compute γ
          </Button>
        )}
      </div>
      <VirtualList
        label="Measures"
        items={shown}
        keyOf={keyOfMeasure}
        rowHeightPx={48}
        chosenKey={behind?.key ?? null}
        onChoose={(measure) =>
          agreementChoice.set({
            behind: { key: keyOfMeasure(measure), view: measure.view, tag: measure.tag },
          })
        }
      >
        {(measure) => <MeasureRow measure={measure} withTag={scope === 'every'} />}
      </VirtualList>
    </div>
  );
}

function MeasureRow({
  measure,
  withTag,
}: {
  readonly measure: Measure;
  readonly withTag: boolean;
}) {
  const { value, interval, basis } = measureText(measure);
  return (
    <div className={styles.row}>
      <span className={styles.figure}>
        <span className={styles.title}>
          {withTag && <span className={styles.soft}>{measure.tag ?? 'All marks'}: </span>}
          {measureTitle(measure)}
        </span>
        <span className={styles.basis}>{basis}</span>
      </span>
      <span className={styles.value}>{value}</span>
      <span className={styles.interval}>{interval}</span>
    </div>
  );
}
