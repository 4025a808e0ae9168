import { useQuery } from '@tanstack/react-query';
import { Layers } from 'lucide-react';
import { useState } from 'react';
import type { Analyst } from '../../shared/domain/analyst.ts';
import type { AnalystId, SourceId } from '../../shared/domain/ids.ts';
import { useShortcut } from '../app/commands/shortcuts.ts';
import { read } from '../app/queries.ts';
import { activateReader } from '../app/readers.ts';
import { useStore } from '../app/store.ts';
import type { ReaderId } from '../app/workspace.ts';
import { useMarks } from '../highlights/marks-store.ts';
import { useOwnAnalystId } from '../highlights/own-analyst.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Swatch } from '../ui/Chip.tsx';
import { Popover } from '../ui/Popover.tsx';
import { Select } from '../ui/Select.tsx';
import { compareBeside, compareOver, stopComparing, usualPair } from './compare-layers.ts';
import { showEveryone, showLayer, showOnly, showOnlyMine } from './layer-actions.ts';
import { countLayers } from './layer-counts.ts';
import { layers, layerViewOf, useLayerView } from './layer-store.ts';
import { comparisonIn, isLayerShown, type LayerCounts } from './layer-view.ts';
import { layersText } from './layer-words.ts';
import { openLayers } from './layers-commands.ts';
import styles from './Layers.module.css';

/** Whose marks a reader shows; there is nothing to choose where a source has those of one analyst. */
export function LayersPopover({
  readerId,
  sourceId,
}: {
  readonly readerId: ReaderId;
  readonly sourceId: SourceId;
}) {
  const { rows } = useMarks(sourceId);
  const counts = countLayers(rows);
  const view = useLayerView(readerId);
  const isOpen = useStore(openLayers, (state) => state.readerId === readerId);
  const shortcut = useShortcut('layers.list');
  if (counts.size < 2) return null;
  const text = layersText(view, counts);
  const short = text.replace(/ layers$/, '');
  return (
    <Popover
      label="Layers"
      align="end"
      open={isOpen}
      onOpenChange={(open) => {
        if (open) activateReader(readerId);
        openLayers.set({ readerId: open ? readerId : null });
      }}
      trigger={
        <button
          type="button"
          className={styles.trigger}
          data-partial={text.includes(' of ') || undefined}
          aria-label={`Layers: ${text} shown`}
          aria-keyshortcuts={shortcut}
          title={`Whose marks are shown: ${text}`}
        >
          <Layers size={14} aria-hidden="true" />
          <span className={styles.long}>{text}</span>
          <span className={styles.short}>{short}</span>
        </button>
      }
    >
      <LayerList readerId={readerId} counts={counts} />
    </Popover>
  );
}

function LayerList({
  readerId,
  counts,
}: {
  readonly readerId: ReaderId;
  readonly counts: LayerCounts;
}) {
  // A box that is pressed shows it at once; the rest follows the text.
  const view = useStore(layers, () => layerViewOf(readerId));
  const ownId = useOwnAnalystId();
  const { data: analysts } = useQuery(read('project', 'analysts', {}));
  const present = (analysts ?? []).filter(({ id }) => counts.has(id));
  const isComparing = comparisonIn(view, counts) !== null;
  const othersKey = useShortcut('layers.others');
  return (
    <div className={styles.panel}>
      <ul className={styles.rows} aria-label="Analysts with marks in this source">
        {present.map((analyst) => (
          <li key={analyst.id} className={styles.row}>
            <Swatch colour={analyst.colour} letter={[...analyst.initials][0]} />
            <Checkbox
              label={nameOf(analyst, ownId)}
              checked={isLayerShown(view, counts, analyst.id)}
              disabled={isComparing}
              onChecked={(shown) => showLayer(readerId, analyst.id, shown)}
            />
            <span className={styles.count}>{markCount(counts.get(analyst.id) ?? 0)}</span>
            <Button
              small
              variant="quiet"
              aria-label={`Only ${analyst.name}`}
              disabled={isComparing}
              onClick={() => showOnly(readerId, analyst.id)}
            >
              Only
            </Button>
          </li>
        ))}
      </ul>
      {isComparing ? (
        <p className={styles.hint}>While two analysts are compared, only their layers are shown.</p>
      ) : (
        <div className={styles.buttons}>
          <Button small shortcut={othersKey} onClick={() => showOnlyMine(readerId)}>
            Only mine
          </Button>
          <Button small onClick={() => showEveryone(readerId)}>
            Everyone
          </Button>
        </div>
      )}
      <ComparePicker
        readerId={readerId}
        present={present}
        ownId={ownId}
        isComparing={isComparing}
      />
    </div>
  );
}

/** Two analysts to compare, and how. */
function ComparePicker({
  readerId,
  present,
  ownId,
  isComparing,
}: {
  readonly readerId: ReaderId;
  readonly present: readonly Analyst[];
  readonly ownId: AnalystId | null;
  readonly isComparing: boolean;
}) {
  const [pair, setPair] = useState(() => usualPair(readerId));
  if (pair === null) return null;
  const options = present.map((analyst) => ({
    value: analyst.id,
    name: nameOf(analyst, ownId),
  }));
  const close = (): void => openLayers.set({ readerId: null });
  const choose = (side: 'a' | 'b', id: AnalystId): void => {
    const other = side === 'a' ? pair.b : pair.a;
    // The one that was on the other side changes places with it.
    if (id === other) setPair({ a: pair.b, b: pair.a });
    else setPair({ ...pair, [side]: id });
  };
  return (
    <div className={styles.compare} role="group" aria-label="Compare">
      <Select
        label="Compare"
        value={pair.a}
        options={options}
        onValue={(id) => choose('a', id)}
        small
      />
      <Select
        label="with"
        value={pair.b}
        options={options}
        onValue={(id) => choose('b', id)}
        small
      />
      <div className={styles.buttons}>
        <Button
          small
          onClick={() => {
            close();
            compareOver(pair);
          }}
        >
          Over one another
        </Button>
        <Button
          small
          onClick={() => {
            close();
            compareBeside(pair);
          }}
        >
          Side by side
        </Button>
        {isComparing && (
          <Button
            small
            variant="quiet"
            onClick={() => {
              close();
              stopComparing();
            }}
          >
            Stop comparing
          </Button>
        )}
      </div>
    </div>
  );
}

function nameOf({ id, name }: Analyst, ownId: AnalystId | null): string {
  return id === ownId ? `${name} (you)` : name;
}

function markCount(count: number): string {
  return count === 1 ? '1 mark' : `${count.toLocaleString('en')} marks`;
}
