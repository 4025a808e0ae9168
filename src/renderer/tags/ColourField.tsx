import { useId } from 'react';
import { Swatch } from '../ui/Chip.tsx';
import { classNames } from '../ui/class-names.ts';
import { paletteWords } from './palette-words.ts';
import styles from './Tags.module.css';

/** A choice of one of the palette's eight colours; arrow keys move. */
export function ColourField({
  label,
  letter,
  value,
  onValue,
}: {
  readonly label: string;
  /** Shown in each colour, as it will stand beside the marks. */
  readonly letter: string;
  readonly value: number;
  readonly onValue: (colour: number) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.colours}>
      <legend className={styles.legend}>{label}</legend>
      {paletteWords.map((word, colour) => (
        <label
          key={word}
          className={classNames(styles.colour, colour === value && styles.chosenColour)}
          title={word}
        >
          <input
            type="radio"
            name={name}
            aria-label={word}
            checked={colour === value}
            onChange={() => onValue(colour)}
          />
          <Swatch colour={colour} letter={letter} />
        </label>
      ))}
    </fieldset>
  );
}
