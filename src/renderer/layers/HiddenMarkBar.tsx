import { useEffect } from 'react';
import type { SourceId } from '../../shared/domain/ids.ts';
import { announce } from '../app/overlays.ts';
import { useMarkChosenIn } from '../app/readers.ts';
import type { ReaderId } from '../app/workspace.ts';
import { useMarks } from '../highlights/marks-store.ts';
import { Button } from '../ui/Button.tsx';
import { hiddenReason, showHidden } from './compare-layers.ts';
import { analystName } from './layer-actions.ts';
import { useLayerView } from './layer-store.ts';
import styles from './Layers.module.css';

const offers = {
  layer: 'Show the layer',
  compared: 'Show the layer too',
  beside: 'Go to the other reader',
  same: 'Show all marks of both',
} as const;

/** Says why the chosen mark, which is shown all the same, is not among the others of a reader, and offers to show those with it. */
export function HiddenMarkBar({
  readerId,
  sourceId,
}: {
  readonly readerId: ReaderId;
  readonly sourceId: SourceId;
}) {
  useLayerView(readerId);
  const { byId } = useMarks(sourceId);
  const chosenId = useMarkChosenIn(readerId);
  const row = chosenId === null ? undefined : byId.get(chosenId);
  const reason = row === undefined ? null : hiddenReason(readerId, row);
  const words =
    row === undefined || reason === null
      ? null
      : reason === 'same'
        ? 'Both marked this the same: it is not among the differences.'
        : `This is a mark of ${analystName(row.analystId)}, whose layer is hidden here.`;
  useEffect(() => {
    if (words !== null) announce(words);
  }, [words, chosenId]);
  if (row === undefined || reason === null) return null;
  return (
    <div className={styles.bar} role="group" aria-label="Hidden layer">
      <span className={styles.words}>{words}</span>
      <Button small onClick={() => showHidden(readerId, row, reason)}>
        {offers[reason]}
      </Button>
    </div>
  );
}
