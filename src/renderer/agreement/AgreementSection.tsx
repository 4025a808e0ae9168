import { useQuery } from '@tanstack/react-query';
import { Scale } from 'lucide-react';
import { read } from '../app/queries.ts';
import { useStore } from '../app/store.ts';
import { EmptyState } from '../ui/States.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { AgreementBar } from './AgreementBar.tsx';
import { agreementChoice } from './agreement-store.ts';
import { comparedAnalysts, comparisonInput } from './agreement-form.ts';
import styles from './Agreement.module.css';
import { AgreementParts } from './AgreementParts.tsx';
import { MeasureTable } from './MeasureTable.tsx';

/** How far analysts agree: every measure with what it rests on and the disagreements behind it. */
export function AgreementSection() {
  const choice = useStore(agreementChoice, (state) => state);
  // Who came with a merge is part of no change: the list is read when this opens.
  const analysts = useQuery({ ...read('project', 'analysts', {}), staleTime: 0 });
  const own = useQuery(read('projects', 'state', {})).data?.profile.id ?? null;
  return (
    <Loaded query={analysts}>
      {(everybody) => {
        const compared = comparedAnalysts(choice, everybody, own);
        if (compared.length < 2) return <OnlyOne />;
        const input = comparisonInput(compared, choice);
        return (
          <div className={styles.section}>
            <AgreementBar analysts={everybody} compared={compared} input={input} />
            {choice.show === 'measures' ? (
              <MeasureTable input={input} names={compared.map(({ name }) => name)} />
            ) : (
              <AgreementParts input={input} by={choice.show} />
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

function OnlyOne() {
  return (
    <EmptyState icon={Scale} title="One analyst agrees with nobody">
      Agreement needs the marks of two analysts on the same sources. Merge a colleague’s parcel, and
      the figures stand here.
    </EmptyState>
  );
}
