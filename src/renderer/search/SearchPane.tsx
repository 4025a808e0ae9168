import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { SearchHit } from '../../shared/contract/search.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { notifyError } from '../app/overlays.ts';
import { read } from '../app/queries.ts';
import { useStore } from '../app/store.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Busy, EmptyState, ErrorState } from '../ui/States.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { useReplacedSources } from '../versions/use-replaced.ts';
import { openHit, search, type SearchPlace } from './search-store.ts';
import styles from './SearchPane.module.css';

const shownAtMost = 1_000;
const rowHeightPx = 76;

const placeNames = { text: 'Texts', claims: 'Claims', notes: 'Notes' } as const satisfies Record<
  SearchPlace,
  string
>;

/** Finds words in the texts of all sources, in claims, or in notes. */
export function SearchPane() {
  const { query, place, regex, withBoilerplate, asked } = useStore(search, (state) => state);
  const input = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked === 0) return;
    input.current?.focus();
    input.current?.select();
  }, [asked]);
  return (
    <div className={styles.pane} ref={frame}>
      <div className={styles.form} role="search">
        <TextInput
          label="Search the project"
          hideLabel
          type="search"
          ref={input}
          placeholder="Search the project"
          value={query}
          onText={(text) => search.set({ query: text })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
            event.preventDefault();
            frame.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
          }}
        />
        <Segmented
          label="Where"
          hideLabel
          value={place}
          onValue={(next) => search.set({ place: next })}
          options={[
            { value: 'text', name: placeNames.text },
            { value: 'claims', name: placeNames.claims },
            { value: 'notes', name: placeNames.notes },
          ]}
        />
        <Checkbox
          label="Regular expression"
          checked={regex}
          onChecked={(next) => search.set({ regex: next })}
        />
        {place === 'text' && (
          <Checkbox
            label="Page furniture too"
            checked={withBoilerplate}
            onChecked={(next) => search.set({ withBoilerplate: next })}
          />
        )}
      </div>
      <Results query={query} place={place} regex={regex} withBoilerplate={withBoilerplate} />
    </div>
  );
}

function Results(props: {
  readonly query: string;
  readonly place: SearchPlace;
  readonly regex: boolean;
  readonly withBoilerplate: boolean;
}) {
  const { query, place, regex, withBoilerplate } = useDeferredValue(props);
  const typed = query.trim();
  const found = useQuery({
    ...read('search', 'find', {
      query: typed,
      in: place,
      regex,
      withBoilerplate,
      limit: shownAtMost,
    }),
    enabled: typed !== '',
  });
  const titles = useTitles();
  const replaced = useReplacedSources();
  const [chosen, setChosen] = useState<string | null>(null);
  if (typed === '') {
    return (
      <EmptyState icon={Search} title="Find words anywhere">
        Capitals, accents, kinds of quotation marks and look-alike letters make no difference.
        “Quoted words” are found side by side.
      </EmptyState>
    );
  }
  if (found.error) return <ErrorState error={found.error} />;
  if (found.data === undefined) return <Busy label="Searching" />;
  if (found.data.length === 0) {
    return (
      <EmptyState title="Nothing found">
        {place === 'text' && !withBoilerplate
          ? 'Page furniture was not searched. Tick “Page furniture too” to search it.'
          : 'Try fewer words, or another spelling.'}
      </EmptyState>
    );
  }
  return (
    <>
      <p className={styles.count} role="status">
        {countText(found.data.length)}
      </p>
      <VirtualList
        label="Places found"
        items={found.data}
        keyOf={keyOf}
        rowHeightPx={rowHeightPx}
        chosenKey={chosen}
        onChoose={(hit) => {
          setChosen(keyOf(hit));
          openHit(hit).catch(notifyError);
        }}
      >
        {(hit) => (
          <Hit
            hit={hit}
            title={titles.get(hit.sourceId ?? '') ?? ''}
            isOlder={hit.sourceId !== null && replaced.has(hit.sourceId)}
          />
        )}
      </VirtualList>
    </>
  );
}

function countText(count: number): string {
  if (count >= shownAtMost) return `The first ${shownAtMost.toLocaleString('en')} places`;
  return count === 1 ? '1 place' : `${count.toLocaleString('en')} places`;
}

function keyOf(hit: SearchHit): string {
  return [hit.sourceId, hit.claimId, hit.highlightId, hit.start, hit.end].join(' ');
}

function useTitles(): ReadonlyMap<string, string> {
  const { data } = useQuery(read('sources', 'list', {}));
  return useMemo(() => new Map((data ?? []).map((row) => [row.id, sourceName(row)])), [data]);
}

function Hit({
  hit,
  title,
  isOlder,
}: {
  readonly hit: SearchHit;
  readonly title: string;
  readonly isOlder: boolean;
}) {
  return (
    <div className={styles.hit}>
      <div className={styles.context} dir="auto">
        {leadIn(hit)}
        <mark className={styles.match}>{hit.match}</mark>
        {hit.after.replace(/\s+/g, ' ')}
      </div>
      <div className={styles.title}>
        {isOlder && 'Older version · '}
        {title || (hit.claimId === null ? '' : 'Claim')}
      </div>
    </div>
  );
}

/** The words before a place, from the start of a word; a cut is shown. */
function leadIn({ before, start }: SearchHit): string {
  const words = before.replace(/\s+/g, ' ').slice(-40);
  return words.length < start ? words.replace(/^\S*\s/u, '… ') : words;
}
