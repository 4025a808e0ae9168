import { X } from 'lucide-react';
import { Icon } from './Icon.tsx';
import styles from './Chip.module.css';

/** A short name in a colour of the palette (0–7; none: neutral), with a button to take it away where that is possible. */
export function Chip({
  name,
  colour,
  title,
  onRemove,
}: {
  readonly name: string;
  readonly colour?: number | undefined;
  readonly title?: string;
  readonly onRemove?: (() => void) | undefined;
}) {
  return (
    <span className={styles.chip} data-colour={colour} title={title}>
      <span className={styles.name}>{name}</span>
      {onRemove && (
        <button
          type="button"
          className={styles.remove}
          aria-label={`Remove ${name}`}
          onClick={onRemove}
        >
          <Icon of={X} small />
        </button>
      )}
    </span>
  );
}

/** A small square in a colour of the palette (0–7); with a letter in it, colour is not the only cue. */
export function Swatch({
  colour,
  letter,
}: {
  readonly colour: number;
  readonly letter?: string | undefined;
}) {
  return (
    <span className={styles.swatch} data-colour={colour} aria-hidden="true">
      {letter}
    </span>
  );
}
