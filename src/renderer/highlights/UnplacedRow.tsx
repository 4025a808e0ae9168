import { useMemo } from 'react';
import { sourceName, type Source } from '../../shared/domain/sources/source.ts';
import type { UnplacedMark } from '../../shared/domain/highlights/unplaced-mark.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { shorten } from './mark-words.ts';
import { readKeptMark, unplacedName } from './unplaced-form.ts';
import styles from './UnplacedDialog.module.css';

interface UnplacedRowProps {
  readonly unplaced: UnplacedMark;
  /** Null where the project does not have it. */
  readonly source: Source | null;
  readonly chosen: boolean;
  readonly onChosen: (chosen: boolean) => void;
  /** Undefined where no words are selected, or nothing can be changed. */
  readonly onPlace: (() => void) | undefined;
  readonly onShowSource: (source: Source, name: string) => void;
  readonly onRemove: (() => void) | undefined;
}

/** A mark without a place: what it says, why it found none, and what can be done with it. */
export function UnplacedRow({
  unplaced,
  source,
  chosen,
  onChosen,
  onPlace,
  onShowSource,
  onRemove,
}: UnplacedRowProps) {
  const kept = useMemo(() => readKeptMark(unplaced.mark), [unplaced.mark]);
  const name = unplacedName(unplaced, kept);
  const statement = kept.claim?.statement ?? null;
  const label = source === null ? unplaced.sourceLabel : sourceName(source);
  return (
    <div role="group" aria-label={name}>
      <Checkbox label={name} checked={chosen} onChecked={onChosen} />
      <div className={styles.details}>
        {statement !== null && (
          <p className={styles.statement} dir="auto">
            {shorten(statement, 300)}
          </p>
        )}
        {kept.note !== null && (
          <p className={styles.long} dir="auto">
            {shorten(kept.note, 1_000)}
          </p>
        )}
        <p className={styles.soft}>Not placed: {unplaced.reason}.</p>
        <p className={styles.soft}>
          {label === '' ? 'No source named' : label} · {unplaced.file}, line{' '}
          {unplaced.line.toLocaleString('en')}
        </p>
        <div className={styles.actions}>
          <Button small disabled={onPlace === undefined} onClick={onPlace}>
            Place at the selection
          </Button>
          {source !== null && (
            <Button small onClick={() => onShowSource(source, name)}>
              Show source
            </Button>
          )}
          <Button small disabled={onRemove === undefined} onClick={onRemove}>
            Remove
          </Button>
        </div>
      </div>
    </div>
  );
}
