import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { AssignmentRow } from '../../shared/contract/reviews.ts';
import type { SourceRow } from '../../shared/contract/sources.ts';
import type { AnalystId, SourceId } from '../../shared/domain/ids.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { api } from '../app/connect.ts';
import { notify, notifyError, showDialog } from '../app/overlays.ts';
import { read } from '../app/queries.ts';
import { undoChange } from '../history/undo.ts';
import { shownSources } from '../sources/shown-sources.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { matchesWords } from '../ui/match-words.ts';
import { TextInput } from '../ui/TextInput.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { useProfile } from './review-actions.ts';
import styles from './Assign.module.css';

/** Asks which sources are marked, and by whom, without seeing each other; some may be chosen already. */
export function showAssign(sourceIds: readonly SourceId[]): void {
  showDialog((close) => <AssignDialog chosenAtFirst={sourceIds} onClose={close} />);
}

function AssignDialog({
  chosenAtFirst,
  onClose,
}: {
  readonly chosenAtFirst: readonly SourceId[];
  readonly onClose: () => void;
}) {
  const sources = useQuery(read('sources', 'list', {}));
  const assignments = useQuery(read('reviews', 'assignments', {}));
  const [chosen, setChosen] = useState<ReadonlySet<SourceId>>(new Set(chosenAtFirst));
  const [people, setPeople] = useState<ReadonlySet<AnalystId>>(new Set());
  async function assign(): Promise<void> {
    if (chosen.size === 0) throw new Error('Choose a source first.');
    if (people.size < 2) throw new Error('Choose two analysts or more.');
    await api.reviews.assign({ sourceIds: [...chosen], analystIds: [...people] });
    notify('info', `Assigned for blind marking: ${counted(chosen.size)}.`, {
      name: 'Undo',
      run: () => void undoChange().catch(notifyError),
    });
  }
  return (
    <ConfirmDialog
      title="Assign for blind marking"
      actionName="Assign"
      onConfirm={assign}
      onClose={onClose}
    >
      <p>Each sees only their own marks in these sources until all of them have handed in.</p>
      <Loaded query={sources} busyLabel="Reading the sources">
        {(rows) => (
          <Loaded query={assignments}>
            {(known) => (
              <Sources rows={rows} assignments={known} chosen={chosen} onChosen={setChosen} />
            )}
          </Loaded>
        )}
      </Loaded>
      <People chosen={people} onChosen={setPeople} />
    </ConfirmDialog>
  );
}

function Sources({
  rows,
  assignments,
  chosen,
  onChosen,
}: {
  readonly rows: readonly SourceRow[];
  readonly assignments: readonly AssignmentRow[];
  readonly chosen: ReadonlySet<SourceId>;
  readonly onChosen: (chosen: ReadonlySet<SourceId>) => void;
}) {
  const [typed, setTyped] = useState('');
  const [looked, setLooked] = useState<SourceId | null>(null);
  const taken = useMemo(
    () => new Map(assignments.flatMap((one) => (one.isOpen ? [] : [[one.sourceId, one]]))),
    [assignments],
  );
  const shown = rows.filter((row) => matchesWords(`${sourceName(row)} ${row.outlet ?? ''}`, typed));
  const free = (ids: readonly SourceId[]) => ids.filter((id) => !taken.has(id));
  const listed = free(shownSources.get().ids);
  const fitting = free(shown.map(({ id }) => id));
  function toggle({ id }: SourceRow): void {
    setLooked(id);
    if (taken.has(id)) return;
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChosen(next);
  }
  return (
    <div className={styles.stack} role="group" aria-label="What is marked">
      <TextInput
        label="Find sources"
        small
        placeholder="Title or outlet"
        value={typed}
        onText={setTyped}
      />
      <div className={styles.list}>
        {shown.length === 0 ? (
          <p className={styles.soft}>No source fits.</p>
        ) : (
          <VirtualList
            label="Sources to assign"
            items={shown}
            keyOf={({ id }) => id}
            rowHeightPx={32}
            chosenKey={looked}
            onChoose={toggle}
          >
            {(row) => (
              <div className={styles.row}>
                <span aria-hidden="true">{chosen.has(row.id) ? '☑' : '☐'}</span>
                <span className={styles.title} dir="auto">
                  {sourceName(row)}
                </span>
                {chosen.has(row.id) && <span className="for-readers">, chosen</span>}
                {taken.has(row.id) && <span className={styles.soft}>Assigned already</span>}
              </div>
            )}
          </VirtualList>
        )}
      </div>
      <div className={styles.actions}>
        <span aria-live="polite">{counted(chosen.size)} chosen</span>
        <Button
          small
          disabled={fitting.length === 0}
          onClick={() => onChosen(new Set([...chosen, ...fitting]))}
        >
          Choose all that fit ({fitting.length.toLocaleString('en')})
        </Button>
        {listed.length > 0 && listed.length < free(rows.map(({ id }) => id)).length && (
          <Button small onClick={() => onChosen(new Set(listed))}>
            As filtered in the list of sources ({listed.length.toLocaleString('en')})
          </Button>
        )}
        <Button
          small
          variant="quiet"
          disabled={chosen.size === 0}
          onClick={() => onChosen(new Set())}
        >
          Choose none
        </Button>
      </div>
    </div>
  );
}

function People({
  chosen,
  onChosen,
}: {
  readonly chosen: ReadonlySet<AnalystId>;
  readonly onChosen: (chosen: ReadonlySet<AnalystId>) => void;
}) {
  const analysts = useQuery(read('project', 'analysts', {}));
  const profile = useProfile();
  return (
    <Loaded query={analysts}>
      {(known) => {
        const isKnown = profile === undefined || known.some(({ id }) => id === profile.id);
        const people = isKnown ? known : [...known, profile];
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
                  onChosen(next);
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
  );
}

function counted(sources: number): string {
  return sources === 1 ? '1 source' : `${sources.toLocaleString('en')} sources`;
}
