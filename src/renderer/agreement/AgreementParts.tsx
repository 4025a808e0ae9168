import { useQuery } from '@tanstack/react-query';
import type { AgreementPart } from '../../shared/contract/agreement.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { read } from '../app/queries.ts';
import { countOf } from '../claims/count-words.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { EmptyState } from '../ui/States.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import styles from './Agreement.module.css';
import type { ComparedInput } from './agreement-actions.ts';
import { partText } from './agreement-form.ts';
import { agreementChoice } from './agreement-store.ts';

/** The main figures source by source, or month by month; choosing a source narrows all figures to it. */
export function AgreementParts({
  input,
  by,
}: {
  readonly input: ComparedInput;
  readonly by: 'source' | 'month';
}) {
  const query = useQuery(read('agreement', 'parts', { ...input, by }));
  function choose({ key }: AgreementPart): void {
    if (by === 'source') agreementChoice.set({ sourceId: key as SourceId, show: 'measures' });
  }
  return (
    <Loaded query={query} busyLabel="Measuring">
      {(parts) =>
        parts.length === 0 ? (
          <EmptyState title="No shared source">There is no number without one.</EmptyState>
        ) : (
          <VirtualList
            label={by === 'source' ? 'Agreement per source' : 'Agreement over time'}
            items={parts}
            keyOf={({ key }) => key}
            rowHeightPx={44}
            chosenKey={null}
            onChoose={choose}
          >
            {(part) => (
              <div className={styles.row}>
                <span className={styles.title}>{part.title}</span>
                <span className={styles.parts}>{partText(part)}</span>
                <span className={styles.basis}>
                  {countOf(part.marks, 'mark')}
                  {by === 'month' && `, ${countOf(part.sources, 'source')}`}
                </span>
              </div>
            )}
          </VirtualList>
        )
      }
    </Loaded>
  );
}
