import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronUp, Link2, X } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import type { Analyst } from '../../shared/domain/analyst.ts';
import type { AnalystId, SourceId } from '../../shared/domain/ids.ts';
import { useShortcut } from '../app/commands/shortcuts.ts';
import { read } from '../app/queries.ts';
import { useMarkChosenIn } from '../app/readers.ts';
import { useStore } from '../app/store.ts';
import type { ReaderId } from '../app/workspace.ts';
import { useMarks } from '../highlights/marks-store.ts';
import { Button } from '../ui/Button.tsx';
import { shortcutText } from '../ui/shortcut-text.ts';
import { IconButton } from '../ui/IconButton.tsx';
import {
  compareBeside,
  compareOver,
  stopComparing,
  toggleDifferences,
  toggleLinked,
} from './compare-layers.ts';
import { countLayers } from './layer-counts.ts';
import { layers, useLayerView } from './layer-store.ts';
import { comparisonIn, type LayerComparison } from './layer-view.ts';
import { differencesText } from './layer-words.ts';
import { comparedRows } from './shown-rows.ts';
import { stepToDifference } from './walk-differences.ts';
import styles from './Layers.module.css';

/** What a reader compares: whose marks look how, what differs and the way through it. */
export function CompareBar({
  readerId,
  sourceId,
}: {
  readonly readerId: ReaderId;
  readonly sourceId: SourceId;
}) {
  const view = useLayerView(readerId);
  const marks = useMarks(sourceId);
  if (view.compare === null || marks.state !== 'ready') return null;
  const compare = comparisonIn(view, countLayers(marks.rows));
  return (
    <div className={styles.bar} role="group" aria-label="Comparison">
      {compare === null ? (
        <NothingToCompare sourceId={sourceId} compare={view.compare} />
      ) : (
        <Comparison readerId={readerId} sourceId={sourceId} compare={compare} />
      )}
    </div>
  );
}

/** One of the two has no marks here, or none that may be seen: nothing is said to differ. */
function NothingToCompare({
  sourceId,
  compare,
}: {
  readonly sourceId: SourceId;
  readonly compare: LayerComparison;
}) {
  const counts = countLayers(useMarks(sourceId).rows);
  const nameOf = useNames();
  const missing = [compare.a, compare.b].filter((id) => !counts.has(id)).map(nameOf);
  return (
    <>
      <span className={styles.words}>
        {missing.length === 2
          ? `${missing.join(' and ')} have no marks here to compare.`
          : `${missing[0] ?? ''} has no marks here to compare.`}
      </span>
      <StopButton />
    </>
  );
}

function Comparison({
  readerId,
  sourceId,
  compare,
}: {
  readonly readerId: ReaderId;
  readonly sourceId: SourceId;
  readonly compare: LayerComparison;
}) {
  const { a, b, side } = compare;
  const pair = { a, b };
  const differences = <Differences readerId={readerId} sourceId={sourceId} compare={compare} />;
  switch (side) {
    case 'both':
      return (
        <>
          <Legend id={a} isSecond={false} isOver />
          <Legend id={b} isSecond isOver />
          {differences}
          <span className={styles.spring} />
          <Button small variant="quiet" onClick={() => compareBeside(pair)}>
            Side by side
          </Button>
          <StopButton />
        </>
      );
    // Two rows each, so that the texts below begin at one height.
    case 'a':
      return (
        <>
          <span className={styles.wide}>
            <Legend id={a} isSecond={false} />
          </span>
          {differences}
        </>
      );
    case 'b':
      return (
        <>
          <span className={styles.wide}>
            <Legend id={b} isSecond={false} />
            <span className={styles.spring} />
            <StopButton />
          </span>
          <LinkButton />
          <Button small variant="quiet" onClick={() => compareOver(pair)}>
            Over one another
          </Button>
        </>
      );
  }
}

function LinkButton() {
  const linked = useStore(layers, (state) => state.linked);
  return (
    <IconButton
      icon={Link2}
      small
      label="Scroll both readers together"
      pressed={linked}
      onClick={toggleLinked}
    />
  );
}

/** How an analyst's marks look here; their side and their lines tell them apart without colours. */
function Legend({
  id,
  isSecond,
  isOver = false,
}: {
  readonly id: AnalystId;
  readonly isSecond: boolean;
  /** Over one another the marks have a side each. */
  readonly isOver?: boolean;
}) {
  const { data: analysts } = useQuery(read('project', 'analysts', {}));
  const analyst = analysts?.find((each) => each.id === id);
  if (analyst === undefined) return null;
  const where = isSecond ? 'dashed, on the other side' : 'solid or dotted, where lines begin';
  return (
    <span className={styles.legend} title={isOver ? `${analyst.name}: ${where}` : analyst.name}>
      <Sign analyst={analyst} isSecond={isSecond} hasLine={isOver} />
      {analyst.name}
    </span>
  );
}

function Sign({
  analyst,
  isSecond,
  hasLine,
}: {
  readonly analyst: Analyst;
  readonly isSecond: boolean;
  readonly hasLine: boolean;
}) {
  return (
    <span
      className={styles.sign}
      data-colour={analyst.colour}
      data-second={isSecond || undefined}
      data-line={hasLine || undefined}
      aria-hidden="true"
    >
      {analyst.initials}
    </span>
  );
}

function Differences({
  readerId,
  sourceId,
  compare: { a, b, onlyDifferences },
}: {
  readonly readerId: ReaderId;
  readonly sourceId: SourceId;
  readonly compare: LayerComparison;
}) {
  const { rows } = useDeferredValue(useMarks(sourceId));
  const { pairs } = useMemo(() => comparedRows(rows, a, b), [rows, a, b]);
  const chosenId = useMarkChosenIn(readerId);
  const index = pairs.findIndex((pair) => pair.a?.id === chosenId || pair.b?.id === chosenId);
  const count =
    chosenId === null || index < 0
      ? differencesText(pairs.length)
      : `${index + 1} of ${differencesText(pairs.length)}`;
  const differencesKey = useShortcut('layers.differences');
  const nextKey = useShortcut('layers.nextDifference');
  const previousKey = useShortcut('layers.previousDifference');
  return (
    <>
      <Button
        small
        aria-pressed={onlyDifferences}
        aria-keyshortcuts={differencesKey}
        title={differencesKey && shortcutText(differencesKey)}
        onClick={toggleDifferences}
      >
        Only differences
      </Button>
      <span className={styles.words}>{count}</span>
      {pairs.length > 0 && (
        <>
          <IconButton
            icon={ChevronUp}
            small
            label="Previous difference"
            shortcut={previousKey}
            onClick={() => stepToDifference(-1)}
          />
          <IconButton
            icon={ChevronDown}
            small
            label="Next difference"
            shortcut={nextKey}
            onClick={() => stepToDifference(1)}
          />
        </>
      )}
    </>
  );
}

function StopButton() {
  return <IconButton icon={X} small label="Stop comparing" onClick={stopComparing} />;
}

function useNames(): (id: AnalystId) => string {
  const { data: analysts } = useQuery(read('project', 'analysts', {}));
  return (id) => analysts?.find((each) => each.id === id)?.name ?? 'Another analyst';
}
