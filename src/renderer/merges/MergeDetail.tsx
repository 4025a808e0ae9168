import { useQuery } from '@tanstack/react-query';
import { ArrowUpRight } from 'lucide-react';
import { useMemo } from 'react';
import type { MergeItem } from '../../shared/contract/merges.ts';
import type { HighlightId } from '../../shared/domain/ids.ts';
import { useShortcut } from '../app/commands/shortcuts.ts';
import { read } from '../app/queries.ts';
import { useStore } from '../app/store.ts';
import { openPlace } from '../app/workspace.ts';
import { Button } from '../ui/Button.tsx';
import { Versions } from './Versions.tsx';
import { fieldPairs, withContext } from './merge-fields.ts';
import styles from './Merges.module.css';
import { choiceFor, isDecidable, kindNames, outcomeWord, waysFor } from './rehearsal-form.ts';
import { rehearsal } from './rehearsal-store.ts';
import { chooseAndGoOn } from './rehearse.ts';
import { useNames } from './use-names.ts';

const contextUnits = 160;

/** One item of a merge: where it stands, both versions word by word, and what is to be done with it. */
export function MergeDetail({
  item,
  items,
}: {
  readonly item: MergeItem;
  readonly items: readonly MergeItem[];
}) {
  const nameOf = useNames(items);
  const pairs = useMemo(() => fieldPairs(item, nameOf), [item, nameOf]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it
    <section className={styles.detail} aria-label="Item of the merge" tabIndex={0}>
      <div className={styles.bar}>
        <h3 className={styles.heading}>
          {kindNames[item.kind]}, {outcomeWord(item).toLowerCase()}
          {item.analyst !== null && <span className={styles.soft}> · {item.analyst}</span>}
        </h3>
        {isDecidable(item) && <Choices item={item} />}
      </div>
      {item.note !== null && <p>{item.note}</p>}
      {item.place !== null && <Place item={item} place={item.place} />}
      <Versions pairs={pairs} oursName="Here" theirsName="Theirs" />
    </section>
  );
}

function Choices({ item }: { readonly item: MergeItem }) {
  const choice = useStore(rehearsal, ({ choices }) => choiceFor(item, choices));
  const keys = {
    theirs: useShortcut('merges.theirs'),
    ours: useShortcut('merges.ours'),
    leave: useShortcut('merges.leave'),
  };
  return (
    <span className={styles.actions} role="group" aria-label="What is done with it">
      {waysFor(item).map(([value, name]) => (
        <Button
          key={value}
          small
          shortcut={keys[value]}
          aria-pressed={choice === value}
          variant={choice === value ? 'primary' : 'plain'}
          onClick={() => chooseAndGoOn(value)}
        >
          {name}
        </Button>
      ))}
    </span>
  );
}

function Place({
  item,
  place,
}: {
  readonly item: MergeItem;
  readonly place: NonNullable<MergeItem['place']>;
}) {
  const content = useQuery(read('sources', 'content', { sourceId: place.sourceId }));
  const first = place.spans[0];
  const text = content.data?.text;
  const isHere = item.record.kind === 'highlight' && item.ours !== null;
  if (first === undefined || text === undefined || item.outcome === 'unplaced') {
    return (
      <blockquote className={styles.quote} dir="auto">
        {place.quote}
      </blockquote>
    );
  }
  const end = place.spans.at(-1)?.[1] ?? first[1];
  const { before, words, after } = withContext(text, [first[0], end], contextUnits);
  return (
    <blockquote className={styles.quote} dir="auto">
      <span className={styles.soft}>{before}</span>
      <mark>{words}</mark>
      <span className={styles.soft}>{after}</span>{' '}
      <Button
        small
        variant="quiet"
        icon={ArrowUpRight}
        onClick={() =>
          openPlace(place.sourceId, isHere ? (item.record.id as HighlightId) : null, first)
        }
      >
        Show in the source
      </Button>
    </blockquote>
  );
}
