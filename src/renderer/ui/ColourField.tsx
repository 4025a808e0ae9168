import { useId } from 'react';
import styles from './ColourField.module.css';

/** The names of the eight colours of the palette. */
export const colourNames = [
  'Blue',
  'Orange',
  'Green',
  'Red',
  'Purple',
  'Yellow',
  'Teal',
  'Grey',
] as const;

/** A choice of one of the eight colours of the palette; arrow keys move. */
export function ColourField({
  label,
  value,
  onColour,
  disabled = false,
}: {
  readonly label: string;
  readonly value: number;
  readonly onColour: (colour: number) => void;
  readonly disabled?: boolean;
}) {
  const name = useId();
  return (
    <fieldset className={styles.colours} disabled={disabled}>
      <legend className={styles.legend}>{label}</legend>
      {colourNames.map((colourName, colour) => (
        <label key={colourName} className={styles.colour} data-colour={colour} title={colourName}>
          <input
            type="radio"
            name={name}
            checked={colour === value}
            onChange={() => onColour(colour)}
          />
          <span className="for-readers">{colourName}</span>
        </label>
      ))}
    </fieldset>
  );
}
