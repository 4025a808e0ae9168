import { Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Swatch } from './Chip.tsx';
import type { ComboboxOption } from './Combobox.tsx';
import styles from './Combobox.module.css';
import { Icon } from './Icon.tsx';

/** A row of the list: a found option, or the offer to make what was typed. */
export type ComboboxRow =
  | { readonly kind: 'option'; readonly option: ComboboxOption }
  | { readonly kind: 'create'; readonly name: string };

/** The open list of a combobox; the active row stays in view. */
export function ComboboxList({
  id,
  label,
  rows,
  activeIndex,
  busy,
  empty,
  onActive,
  onChoose,
}: {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly ComboboxRow[];
  readonly activeIndex: number;
  readonly busy: boolean;
  readonly empty: string | undefined;
  readonly onActive: (index: number) => void;
  readonly onChoose: (row: ComboboxRow) => void;
}) {
  const activeRow = useRef<HTMLDivElement>(null);
  useEffect(() => activeRow.current?.scrollIntoView({ block: 'nearest' }), [activeIndex]);
  if (rows.length === 0) {
    return (
      <div id={id} className={styles.empty} role="status">
        {busy ? 'Looking' : empty}
      </div>
    );
  }
  return (
    <div id={id} role="listbox" aria-label={label} aria-busy={busy || undefined}>
      {rows.map((row, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field holds the focus and the keys
        <div
          key={row.kind === 'option' ? row.option.id : 'create'}
          id={`${id}-${index}`}
          ref={index === activeIndex ? activeRow : null}
          role="option"
          tabIndex={-1}
          aria-selected={index === activeIndex}
          className={styles.row}
          onMouseMove={() => index !== activeIndex && onActive(index)}
          onClick={() => onChoose(row)}
        >
          {row.kind === 'create' ? (
            <>
              <Icon of={Plus} small />
              <span className={styles.name}>{row.name}</span>
            </>
          ) : (
            <>
              {row.option.colour !== undefined && <Swatch colour={row.option.colour} />}
              <span className={styles.name}>{row.option.name}</span>
              {row.option.detail && <span className={styles.detail}>{row.option.detail}</span>}
            </>
          )}
        </div>
      ))}
    </div>
  );
}
