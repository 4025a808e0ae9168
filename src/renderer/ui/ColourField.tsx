import { useId, type ReactNode } from 'react';
import { Swatch } from './Chip.tsx';
import styles from './ColourField.module.css';

/** The names of the eight colours of the palette, by index. */
export const colourNames = [
  'Blue',
  'Orange',
  'Green',
  'Red',
  'Purple',
  'Yellow',
  'Turquoise',
  'Grey',
] as const;

/** A choice of one of the eight colours of the palette; arrow keys move. */
export function ColourField({
  label,
  letter,
  value,
  onColour,
  children,
}: {
  readonly label: string;
  /** Shown in each colour, as it will stand beside the marks. */
  readonly letter?: string;
  readonly value: number;
  readonly onColour: (colour: number) => void;
  /** What is said of the choice, such as that it could not be saved. */
  readonly children?: ReactNode;
}) {
  const name = useId();
  return (
    <fieldset className={styles.colours}>
      <legend className={styles.legend}>{label}</legend>
      {colourNames.map((colourName, colour) => (
        <label key={colourName} className={styles.colour} title={colourName}>
          <input
            type="radio"
            name={name}
            aria-label={colourName}
            checked={colour === value}
            onChange={() => onColour(colour)}
          />
          <Swatch colour={colour} letter={letter} />
        </label>
      ))}
      {children}
    </fieldset>
  );
}
