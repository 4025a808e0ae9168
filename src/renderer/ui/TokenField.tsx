import type { KeyboardEvent } from 'react';
import { Chip } from './Chip.tsx';
import { Combobox, type ComboboxProps } from './Combobox.tsx';
import styles from './Combobox.module.css';

/** Something that was chosen and can be taken away again. */
export interface Token {
  readonly id: string;
  readonly name: string;
  readonly colour?: number | undefined;
}

/** Several chosen things as chips above a combobox that adds more; Backspace in the empty field takes the last away. */
export function TokenField({
  tokens,
  onRemove,
  ...combobox
}: ComboboxProps & {
  readonly tokens: readonly Token[];
  readonly onRemove: (id: string) => void;
}) {
  function keyDown(event: KeyboardEvent<HTMLInputElement>): void {
    combobox.onKeyDown?.(event);
    const last = tokens.at(-1);
    if (event.key === 'Backspace' && combobox.text === '' && last && !event.defaultPrevented) {
      event.preventDefault();
      onRemove(last.id);
    }
  }
  const chips = (
    <ul className={styles.tokens} aria-label={combobox.label}>
      {tokens.map((token) => (
        <li key={token.id}>
          <Chip
            name={token.name}
            colour={token.colour}
            onRemove={combobox.disabled ? undefined : () => onRemove(token.id)}
          />
        </li>
      ))}
    </ul>
  );
  return <Combobox {...combobox} before={tokens.length > 0 && chips} onKeyDown={keyDown} />;
}
