import { useQuery } from '@tanstack/react-query';
import { EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { AssignmentRow } from '../../shared/contract/reviews.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { api } from '../app/connect.ts';
import { notify, notifyError } from '../app/overlays.ts';
import { read } from '../app/queries.ts';
import { openSource } from '../app/workspace.ts';
import { undoChange } from '../history/undo.ts';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { EmptyState } from '../ui/States.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { showAssign } from './AssignDialog.tsx';
import { useProfile } from './review-actions.ts';
import { handIn } from './say-of-source.ts';
import styles from './Waiting.module.css';

/** What is marked by several without seeing each other: who has handed in, and the way to assign and to take back. */
export function BlindPane() {
  const query = useQuery(read('reviews', 'assignments', {}));
  return (
    <>
      {canChangeProject() && (
        <div className={styles.actions}>
          <Button small onClick={() => showAssign([])}>
            Assign sources…
          </Button>
        </div>
      )}
      <Loaded query={query} busyLabel="Reading what is assigned">
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={EyeOff} title="Nothing is marked blind">
              Assign sources to two analysts or more: each sees only their own marks there until all
              have handed in.
            </EmptyState>
          ) : (
            <Rows rows={rows} />
          )
        }
      </Loaded>
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly AssignmentRow[] }) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const profile = useProfile();
  const chosen = rows.find(({ id }) => id === chosenId);
  const mine = chosen?.analysts.find(({ id }) => id === profile?.id);
  return (
    <>
      <VirtualList
        label="Assigned for blind marking"
        items={rows}
        keyOf={({ id }) => id}
        rowHeightPx={36}
        chosenKey={chosenId}
        onActive={({ id }) => setChosenId(id)}
        onChoose={({ id, sourceId }) => {
          if (id === chosenId) openSource(sourceId);
          else setChosenId(id);
        }}
        {...(canChangeProject() ? { onDelete: unassign } : {})}
      >
        {(row) => (
          <div className={styles.row}>
            <span className={styles.title} dir="auto">
              {row.sourceTitle}
            </span>
            <span className={styles.state}>{handedInWords(row)}</span>
          </div>
        )}
      </VirtualList>
      {chosen && (
        <div className={styles.actions} role="group" aria-label="The chosen assignment">
          <span className={styles.whole}>
            {chosen.sourceTitle}: {handedInWords(chosen)}
          </span>
          <Button small onClick={() => openSource(chosen.sourceId)}>
            Open
          </Button>
          {canChangeProject() && (
            <>
              {mine?.handedIn === false && (
                <Button
                  small
                  onClick={() => handIn({ id: chosen.sourceId, title: chosen.sourceTitle })}
                >
                  Hand in
                </Button>
              )}
              <Button small onClick={() => unassign(chosen)}>
                Take the assignment back
              </Button>
            </>
          )}
        </div>
      )}
    </>
  );
}

function handedInWords({ analysts }: AssignmentRow): string {
  return analysts
    .map(({ name, handedIn }) => `${name} ${handedIn ? '✓ handed in' : '– not yet'}`)
    .join(', ');
}

function unassign({ id, sourceTitle }: AssignmentRow): void {
  api.reviews
    .unassign({ assignmentId: id })
    .then(() =>
      notify('info', `“${sourceTitle}” is assigned no more.`, {
        name: 'Undo',
        run: () => void undoChange().catch(notifyError),
      }),
    )
    .catch(notifyError);
}
