import { Popover as Radix } from 'radix-ui';
import { useEffect, useId, useRef, useState } from 'react';
import { useStore } from '../app/store.ts';
import { useFoundClaims } from '../claims/use-claims.ts';
import type { CitationSearch } from '../editor/citation-suggestion.ts';
import { ComboboxList, type ComboboxRow } from '../ui/ComboboxList.tsx';
import styles from './Citations.module.css';
import type { OpenSummary } from './open-summary.ts';

/** The claims that fit what is typed behind `[[` or `@`: arrow keys move, Enter cites, Esc closes. */
export function ClaimSuggestions({ open }: { readonly open: OpenSummary }) {
  const search = useStore(open.editor.state, (state) => state.search);
  return search === null ? null : <Suggestions key={search.from} open={open} search={search} />;
}

function Suggestions({
  open: { editor, setSearchKey },
  search,
}: {
  readonly open: OpenSummary;
  readonly search: CitationSearch;
}) {
  const { data, isFetching, error } = useFoundClaims(search.query.trim());
  const [active, setActive] = useState(0);
  const listId = useId();
  const claims = data ?? [];
  const activeIndex = Math.min(active, claims.length - 1);
  const rows: readonly ComboboxRow[] = claims.map((claim) => ({
    kind: 'option',
    option: { id: claim.id, name: claim.statement, detail: claim.eventName ?? undefined },
  }));

  function choose(index: number): void {
    const claim = claims[index];
    if (claim) editor.cite({ targetKind: 'claim', targetId: claim.id });
  }
  function takeKey(event: KeyboardEvent): boolean {
    if (claims.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === 'ArrowDown') setActive((activeIndex + 1) % claims.length);
    else if (event.key === 'ArrowUp') setActive((activeIndex + claims.length - 1) % claims.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(activeIndex);
    else return false;
    return true;
  }
  const latest = useRef(takeKey);
  useEffect(() => {
    latest.current = takeKey;
  });
  useEffect(() => {
    setSearchKey((event) => latest.current(event));
    return () => setSearchKey(() => false);
  }, [setSearchKey]);
  useEffect(() => {
    const { dom } = editor;
    dom.setAttribute('aria-autocomplete', 'list');
    dom.setAttribute('aria-controls', listId);
    if (claims.length > 0) dom.setAttribute('aria-activedescendant', `${listId}-${activeIndex}`);
    return () => {
      for (const name of ['autocomplete', 'controls', 'activedescendant']) {
        dom.removeAttribute(`aria-${name}`);
      }
    };
  }, [editor, listId, activeIndex, claims.length]);

  const anchor = useRef({ getBoundingClientRect: () => editor.boxAt(search.from) });
  return (
    <Radix.Root open onOpenChange={(stays) => !stays && editor.closeSearch()}>
      <Radix.Anchor virtualRef={anchor} />
      <Radix.Portal>
        <Radix.Content
          className={styles.suggestions}
          role="presentation"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          // The text keeps the focus: the list is reached through aria-activedescendant.
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onInteractOutside={(event) => event.preventDefault()}
        >
          <ComboboxList
            id={listId}
            label="Claims to cite"
            rows={rows}
            activeIndex={activeIndex}
            busy={isFetching}
            empty={error ? error.message : 'No claim has these words. Esc closes this.'}
            onActive={setActive}
            onChoose={(row) => {
              if (row.kind === 'option') {
                choose(claims.findIndex((claim) => claim.id === row.option.id));
              }
            }}
          />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
