import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnalystId, SourceId } from '../../shared/domain/ids.ts';
import { api } from '../app/connect.ts';
import { announce, showDialog } from '../app/overlays.ts';
import { read } from '../app/queries.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { useProfile } from './review-actions.ts';
import styles from './Reviews.module.css';

/** Asks who marks a source without seeing each other. */
export function showAssign(sourceId: SourceId, sourceTitle: string): void {
  showDialog((close) => (
    <AssignDialog sourceId={sourceId} sourceTitle={sourceTitle} onClose={close} />
  ));
}

function AssignDialog({
  sourceId,
  sourceTitle,
  onClose,
}: {
  readonly sourceId: SourceId;
  readonly sourceTitle: string;
  readonly onClose: () => void;
}) {
  const analysts = useQuery(read('project', 'analysts', {}));
  const profile = useProfile();
  const [chosen, setChosen] = useState<ReadonlySet<AnalystId>>(new Set());
  async function assign(): Promise<void> {
    if (chosen.size < 2) throw new Error('Choose two analysts or more.');
    await api.reviews.assign({ sourceIds: [sourceId], analystIds: [...chosen] });
    announce('Assigned for blind marking');
  }
  return (
    <ConfirmDialog
      title="Assign for blind marking"
      actionName="Assign"
      onConfirm={assign}
      onClose={onClose}
    >
      <p>Each sees only their own marks in “{sourceTitle}” until all of them have handed it in.</p>
      <Loaded query={analysts}>
        {(known) => {
          const people =
            profile === undefined || known.some(({ id }) => id === profile.id)
              ? known
              : [...known, profile];
          return (
            <div className={styles.stack} role="group" aria-label="Who marks it">
              {people.map(({ id, name }) => (
                <Checkbox
                  key={id}
                  label={name}
                  checked={chosen.has(id)}
                  onChecked={(checked) => {
                    const next = new Set(chosen);
                    if (checked) next.add(id);
                    else next.delete(id);
                    setChosen(next);
                  }}
                />
              ))}
              {people.length < 2 && (
                <p className={styles.soft}>
                  Only one analyst is known in this project. Merge a parcel of the other one first.
                </p>
              )}
            </div>
          );
        }}
      </Loaded>
    </ConfirmDialog>
  );
}
