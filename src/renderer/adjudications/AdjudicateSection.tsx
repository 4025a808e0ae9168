import { useQuery } from '@tanstack/react-query';
import { Gavel } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { agreedAnalyst } from '../../shared/domain/adjudication/agreed-analyst.ts';
import type { Analyst } from '../../shared/domain/analyst.ts';
import { comparedAnalysts } from '../agreement/agreement-form.ts';
import { read } from '../app/queries.ts';
import { useStore } from '../app/store.ts';
import { SplitPane } from '../claims/SplitPane.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { EmptyState } from '../ui/States.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { AdjudicateBar } from './AdjudicateBar.tsx';
import { AdjudicateStep } from './AdjudicateStep.tsx';
import styles from './Adjudications.module.css';
import { differsWords, settlementNames, wordsOfStep } from './adjudication-form.ts';
import { adjudication, isOfGrades, keyOfStep, type Step } from './adjudication-store.ts';

/** The walk through what two analysts disagree in, place by place, to the agreed layer. */
export function AdjudicateSection() {
  const place = useStore(adjudication, (state) => state);
  const analysts = useQuery({ ...read('project', 'analysts', {}), staleTime: 0 });
  const own = useQuery(read('projects', 'state', {})).data?.profile.id ?? null;
  return (
    <Loaded query={analysts}>
      {(everybody) => {
        const people = everybody.filter(({ id }) => id !== agreedAnalyst.id);
        const [a, b] = comparedAnalysts({ ...place, others: '' }, people, own);
        if (a === undefined || b === undefined) {
          return (
            <EmptyState icon={Gavel} title="Nobody to disagree with">
              Adjudication needs the marks of two analysts on the same sources. Merge a colleague’s
              parcel first.
            </EmptyState>
          );
        }
        return <Walk people={people} a={a} b={b} />;
      }}
    </Loaded>
  );
}

function Walk({
  people,
  a,
  b,
}: {
  readonly people: readonly Analyst[];
  readonly a: Analyst;
  readonly b: Analyst;
}) {
  const sourceId = useStore(adjudication, (state) => state.sourceId);
  const input = {
    analystIds: [a.id, b.id] as [typeof a.id, typeof b.id],
    ...(sourceId === '' ? {} : { sourceIds: [sourceId] }),
  };
  const walk = useQuery(read('adjudications', 'walk', input));
  const grades = useQuery(read('adjudications', 'grades', { analystIds: input.analystIds }));
  const all = useMemo(
    () => [
      ...(grades.data ?? []).filter(({ target }) => sourceId === '' || target.id === sourceId),
      ...(walk.data?.sources ?? []).flatMap(({ steps }): readonly Step[] => steps),
    ],
    [grades.data, walk.data, sourceId],
  );
  return (
    <div className={styles.section}>
      <AdjudicateBar
        people={people}
        a={a}
        b={b}
        input={input}
        known={walk.data ?? null}
        steps={all}
      />
      <Loaded query={walk} busyLabel="Looking for what differs">
        {() => <Loaded query={grades}>{() => <Steps all={all} a={a} b={b} />}</Loaded>}
      </Loaded>
    </div>
  );
}

function Steps({
  all,
  a,
  b,
}: {
  readonly all: readonly Step[];
  readonly a: Analyst;
  readonly b: Analyst;
}) {
  const show = useStore(adjudication, (state) => state.show);
  const chosenKey = useStore(adjudication, (state) => state.chosenKey);
  const steps = useMemo(
    () => all.filter(({ settlement }) => show === 'all' || settlement === null),
    [all, show],
  );
  useEffect(() => {
    const { chosenKey: before } = adjudication.get();
    const isThere = steps.some((step) => keyOfStep(step) === before);
    // It goes on where it was left: at the first place that is open.
    const first = steps.find(({ settlement }) => settlement === null) ?? steps[0];
    adjudication.set({
      steps,
      ...(isThere ? {} : { chosenKey: first === undefined ? null : keyOfStep(first) }),
    });
  }, [steps]);
  const chosen = steps.find((step) => keyOfStep(step) === chosenKey);
  if (steps.length === 0) {
    return (
      <EmptyState icon={Gavel} title={all.length === 0 ? 'No disagreement' : 'All settled'}>
        {all.length === 0
          ? `${a.name} and ${b.name} agree wherever both have worked.`
          : 'Every disagreement has been settled. Show all to look at them again.'}
      </EmptyState>
    );
  }
  const look = (step: Step): void => adjudication.set({ chosenKey: keyOfStep(step), reason: '' });
  return (
    <SplitPane
      name="adjudicate"
      upperPercent={38}
      upper={
        <VirtualList
          label="What is to be settled"
          items={steps}
          keyOf={keyOfStep}
          rowHeightPx={36}
          chosenKey={chosenKey}
          onChoose={look}
          onActive={look}
        >
          {(step) => <StepRow step={step} names={{ a: a.name, b: b.name }} />}
        </VirtualList>
      }
      lower={chosen === undefined ? null : <AdjudicateStep step={chosen} a={a} b={b} />}
    />
  );
}

function StepRow({
  step,
  names,
}: {
  readonly step: Step;
  readonly names: { readonly a: string; readonly b: string };
}) {
  const { settlement } = step;
  const settled =
    settlement === null
      ? 'Open'
      : settlement === 'a' || settlement === 'b'
        ? names[settlement]
        : settlementNames[settlement];
  return (
    <div className={styles.row}>
      <span className={styles.differs}>{differsWords(step)}</span>
      <span className={styles.quote} dir="auto">
        {wordsOfStep(step)}
        {isOfGrades(step) && `: ${step.a.grade} or ${step.b.grade}`}
      </span>
      <span className={styles.settled} data-open={settlement === null || undefined}>
        {settled}
      </span>
    </div>
  );
}
