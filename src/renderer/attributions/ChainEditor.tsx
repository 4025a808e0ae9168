import { useRef, useState } from 'react';
import type { AttributionDetail } from '../../shared/contract/attributions.ts';
import type { HighlightId, SourceId } from '../../shared/domain/ids.ts';
import { focusInspector, useFocusWish } from '../claims/focus-request.ts';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import styles from './Chain.module.css';
import {
  chainMissing,
  chainWords,
  emptyLink,
  freeKey,
  linkWanting,
  moveLink,
  patchLink,
  stateOf,
  type Chain,
  type ChainLink,
  type ChainState,
} from './chain-form.ts';
import { copyLastAttribution } from './copy-attribution.ts';
import { LinkEditor } from './LinkEditor.tsx';
import { useAttribution, useChainDraft } from './use-chain.ts';

const states: readonly { value: ChainState; name: string; hint: string }[] = [
  { value: 'none', name: 'Not yet', hint: 'Not yet attributed' },
  { value: 'outlet', name: 'Outlet', hint: 'The outlet’s own voice' },
  { value: 'links', name: 'Somebody', hint: 'Somebody the outlet cites, perhaps through others' },
];

/** Who said the words of a mark, through whom, on what it rests: nobody yet, the outlet itself, or a chain of any depth. */
export function ChainEditor({
  highlightId,
  sourceId,
}: {
  readonly highlightId: HighlightId;
  readonly sourceId: SourceId;
}) {
  const query = useAttribution(highlightId);
  return (
    <Loaded query={query}>
      {(detail) => (
        <Editor key={highlightId} highlightId={highlightId} sourceId={sourceId} detail={detail} />
      )}
    </Loaded>
  );
}

function Editor({
  highlightId,
  sourceId,
  detail,
}: {
  readonly highlightId: HighlightId;
  readonly sourceId: SourceId;
  readonly detail: AttributionDetail | null;
}) {
  const [state, draft] = useChainDraft(highlightId, detail);
  const frame = useRef<HTMLDivElement>(null);
  const [newKey, setNewKey] = useState<string | null>(null);
  const chain = state.value;

  function focusFirst(): void {
    const field = frame.current?.querySelector<HTMLElement>('[role="combobox"]');
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  }
  useFocusWish('attribution', () => {
    if (stateOf(draft.get().value) === 'links') focusFirst();
    else setState('links');
  });

  // Words taken as a speaker or a cue need a link to go to; the link then takes them.
  const hasLink = chain !== null && chain.length > 0;
  useFocusWish('speaker', () => addLink([], 'speaker'), !hasLink);
  useFocusWish('cue', () => addLink([], 'cue'), !hasLink);

  function change(next: Chain): void {
    draft.change(next);
  }
  function addLink(before: readonly ChainLink[], wish?: 'speaker' | 'cue'): void {
    const key = freeKey(before);
    change([...before, emptyLink(key)]);
    if (wish === undefined) setNewKey(key);
    else focusInspector('marks', wish);
  }
  function setState(next: ChainState): void {
    if (next === stateOf(chain)) return;
    if (next === 'links') {
      addLink([]);
      return;
    }
    change(next === 'none' ? null : []);
    void draft.commit();
  }

  return (
    <div
      ref={frame}
      className={styles.editor}
      onFocus={draft.focus}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void draft.blur();
      }}
    >
      <Segmented
        label="Who says it"
        hideLabel
        options={states}
        value={stateOf(chain)}
        onValue={setState}
      />
      {chain !== null && <p className={styles.text}>{chainWords(chain)}</p>}
      {chain !== null && chain.length > 0 && (
        <ol className={styles.links} aria-label="Chain, nearest the words first">
          {chain.map((link, index) => (
            <LinkEditor
              key={link.key}
              link={link}
              place={index + 1}
              size={chain.length}
              sourceId={sourceId}
              autoFocus={link.key === newKey}
              wanting={{
                speaker: linkWanting(chain, 'span') === link,
                cue: linkWanting(chain, 'cueSpan') === link,
              }}
              onChange={(patch) => change(patchLink(draft.get().value ?? [], link.key, patch))}
              onMove={(by) => change(moveLink(chain, link.key, by))}
              onRemove={() => change(chain.filter((other) => other.key !== link.key))}
            />
          ))}
        </ol>
      )}
      <Unsaved missing={chainMissing(chain)} problem={state.problem} />
      <div className={styles.buttons}>
        {chain !== null && chain.length > 0 && (
          <Button small onClick={() => addLink(chain)}>
            Add link
          </Button>
        )}
        <Button
          small
          variant="quiet"
          onClick={() => {
            void draft.commit().then(() => copyLastAttribution(highlightId));
          }}
        >
          Same as last mark
        </Button>
      </div>
    </div>
  );
}

function Unsaved({
  missing,
  problem,
}: {
  readonly missing: string | null;
  readonly problem: string | null;
}) {
  if (missing !== null) return <p className={styles.text}>{missing}</p>;
  if (problem === null) return null;
  return (
    <p className={styles.error} role="alert">
      Not saved: {problem}
    </p>
  );
}
